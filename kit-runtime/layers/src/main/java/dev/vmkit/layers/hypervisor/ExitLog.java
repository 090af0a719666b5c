package dev.vmkit.layers.hypervisor;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often a guest left its direct run, by reason; and how far it came in between. */
public final class ExitLog {
    private final SortedMap<Exit, Long> counts = new TreeMap<>();
    private long direct;

    void count(Exit.Cause cause, String detail) {
        counts.merge(new Exit(cause, detail), 1L, Long::sum);
    }

    void ranDirectly(long instructions) {
        direct += instructions;
    }

    /** All reasons there were, and how often. */
    public SortedMap<Exit, Long> counts() {
        return Collections.unmodifiableSortedMap(counts);
    }

    /** Exits altogether. */
    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Instructions that ran directly, without the monitor. */
    public long direct() {
        return direct;
    }
}
