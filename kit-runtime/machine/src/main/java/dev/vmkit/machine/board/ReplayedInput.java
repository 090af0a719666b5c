package dev.vmkit.machine.board;

import java.util.List;

/** Recorded input, each byte at the moment it came. */
public final class ReplayedInput implements HostInput {
    private final List<InputLog.Entry> entries;
    private int next;

    public ReplayedInput(InputLog log) {
        entries = List.copyOf(log.entries());
    }

    @Override
    public int arrived(Moment now) {
        boolean due = next < entries.size() && entries.get(next).at().compareTo(now) <= 0;
        return due ? entries.get(next++).value() : NOTHING;
    }

    @Override
    public int awaited(Moment now, long nanos, boolean last) {
        return arrived(now);
    }

    @Override
    public boolean recorded() {
        return true;
    }
}
