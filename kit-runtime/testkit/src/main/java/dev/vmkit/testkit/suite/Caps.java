package dev.vmkit.testkit.suite;

import java.time.Duration;

/**
 * What a submission may use.
 *
 * @param time for one answer, within [100 ms, 10 minutes]
 * @param memory bytes of the process that answers, within [32 MiB, 16 GiB]
 */
public record Caps(Duration time, long memory) {
    /** Less is no time for a board, and more is more than a class can wait. */
    static final Duration LEAST_TIME = Duration.ofMillis(100);

    static final Duration MOST_TIME = Duration.ofMinutes(10);

    /** Less is no memory for a Java machine, and more is more than a server has for one of many. */
    static final long LEAST_MEMORY = 32L << 20;

    static final long MOST_MEMORY = 16L << 30;

    /** Of a suite that says nothing. */
    public static final Caps DEFAULT = new Caps(Duration.ofSeconds(20), 512L << 20);
}
