package dev.vmkit.layers.hypervisor;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often a guest left its direct run, by reason; and how far it came in between. */
public final class ExitLog {
    private final Map<Exit.Cause, Map<String, Count>> counts = new EnumMap<>(Exit.Cause.class);
    private long direct;
    private long walks;
    private long references;

    /** How often; counting is what every exit does, so it makes no objects. */
    private static final class Count {
        private long times;
    }

    void count(Exit.Cause cause, String detail) {
        counts.computeIfAbsent(cause, _ -> new HashMap<>()).computeIfAbsent(detail, _ -> new Count()).times++;
    }

    void ranDirectly(long instructions) {
        direct += instructions;
    }

    void walked(long entries) {
        walks++;
        references += entries;
    }

    /** All reasons there were so far, and how often. */
    public SortedMap<Exit, Long> counts() {
        SortedMap<Exit, Long> all = new TreeMap<>();
        counts.forEach(
                (cause, details) -> details.forEach((detail, count) -> all.put(new Exit(cause, detail), count.times)));
        return all;
    }

    /** Exits altogether. */
    public long total() {
        return counts().values().stream().mapToLong(Long::longValue).sum();
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
