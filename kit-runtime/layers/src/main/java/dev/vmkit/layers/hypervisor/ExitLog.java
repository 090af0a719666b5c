package dev.vmkit.layers.hypervisor;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often a guest left its direct run, by reason; and how far it came in between. */
public final class ExitLog {
    private final SortedMap<Exit, Long> counts = new TreeMap<>();
    private long direct;
    private long walks;
    private long references;

    void count(Exit.Cause cause, String detail) {
        counts.merge(new Exit(cause, detail), 1L, Long::sum);
    }

    void ranDirectly(long instructions) {
        direct += instructions;
    }

    void walked(long entries) {
        walks++;
        references += entries;
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

    /** How often an address was looked up in the guest's tables and the monitor's behind them. */
    public long walks() {
        return walks;
    }

    /** Entries of tables that had to be read for that, both the guest's and the monitor's. */
    public long references() {
        return references;
    }
}
