package dev.vmkit.machine.board;

/** Recorded input, each byte at the moment it came. */
public final class ReplayedInput implements HostInput {
    private final Replay replay;

    public ReplayedInput(InputLog log) {
        replay = new Replay(log, InputLog.CONSOLE);
    }

    @Override
    public int arrived(Moment now) {
        return replay.due(now).map(bytes -> bytes[0] & 0xFF).orElse(NOTHING);
    }

    @Override
    public long next(Moment now) {
        return replay.next(now);
    }

    @Override
    public boolean recorded() {
        return true;
    }
}
