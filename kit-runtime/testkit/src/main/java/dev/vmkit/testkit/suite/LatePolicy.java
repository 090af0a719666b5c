package dev.vmkit.testkit.suite;

import java.time.Duration;
import java.time.Instant;

/**
 * What happens to what is handed in late.
 *
 * @param due the deadline
 * @param grace how much later is still in time
 * @param perDay what each begun day takes away, within [0, 1]
 * @param mostDays after which nothing is accepted
 */
public record LatePolicy(Instant due, Duration grace, double perDay, int mostDays) {
    /** Shares are rounded to millionths, so that they print as they were meant. */
    private static final double MILLION = 1e6;

    /** Days late, begun ones counted whole. */
    public int daysLate(Instant submitted) {
        Duration late = Duration.between(due, submitted);
        if (late.compareTo(grace) <= 0) {
            return 0;
        }
        Duration aDay = Duration.ofDays(1);
        return Math.toIntExact(
                Math.min(Integer.MAX_VALUE, late.plus(aDay).minusNanos(1).dividedBy(aDay)));
    }

    /** What is left of the points after so many days, within [0, 1]. */
    public double factor(int days) {
        double left = days > mostDays ? 0 : 1 - days * perDay;
        return Math.max(0, Math.round(left * MILLION) / MILLION);
    }
}
