package dev.vmkit.tools.isolate;

import java.time.Duration;

/** The time that all answers of a submission may take together. Time in which nobody waits for it does not count. */
final class Allowance {
    private final Duration total;
    private long left;
    private long since;

    Allowance(Duration total) {
        this.total = total;
        this.left = total.toNanos();
    }

    /** Begins to wait, at most for {@code longest}: how long it may take. */
    synchronized Duration begin(Duration longest) {
        since = System.nanoTime();
        Duration rest = Duration.ofNanos(Math.max(left, 0));
        return rest.compareTo(longest) < 0 ? rest : longest;
    }

    /** Has waited. */
    synchronized void end() {
        left -= System.nanoTime() - since;
    }

    Duration total() {
        return total;
    }
}
