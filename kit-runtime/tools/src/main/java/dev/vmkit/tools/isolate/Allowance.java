package dev.vmkit.tools.isolate;

import java.time.Duration;

/** The time that all answers of a submission may take together. Time in which nobody waits for it does not count. */
final class Allowance {
    private final Duration total;
    private Duration left;

    Allowance(Duration total) {
        this.total = total;
        this.left = total;
    }

    /** How long an answer may take that should not take longer than this. */
    synchronized Duration atMost(Duration longest) {
        return left.compareTo(longest) < 0 ? left : longest;
    }

    /** Has waited that long. */
    synchronized void spend(Duration time) {
        left = left.compareTo(time) > 0 ? left.minus(time) : Duration.ZERO;
    }

    Duration total() {
        return total;
    }
}
