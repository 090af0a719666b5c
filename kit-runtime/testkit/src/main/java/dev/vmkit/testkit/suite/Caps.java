package dev.vmkit.testkit.suite;

import java.time.Duration;

/**
 * What a submission may use.
 *
 * @param time for one answer
 * @param memory bytes of the process that answers
 */
public record Caps(Duration time, long memory) {
    /** Of a suite that says nothing. */
    public static final Caps DEFAULT = new Caps(Duration.ofSeconds(20), 512L << 20);
}
