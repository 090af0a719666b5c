package dev.vmkit.machine.board;

import java.util.Optional;

/** Recorded frames, each at the moment it came; what the guest sends goes nowhere. */
public final class ReplayedNetwork implements HostNetwork {
    private final Replay replay;

    public ReplayedNetwork(InputLog log) {
        replay = new Replay(log, InputLog.NETWORK);
    }

    @Override
    public void sent(byte[] frame) {}

    @Override
    public Optional<byte[]> arrived(Moment now) {
        return replay.due(now);
    }

    @Override
    public long next(Moment now) {
        return replay.next(now);
    }
}
