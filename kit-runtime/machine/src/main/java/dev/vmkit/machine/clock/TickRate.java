package dev.vmkit.machine.clock;

/** Exact conversion between ticks and nanoseconds; what does not fit is the largest number. */
record TickRate(long hertz) {
    /** The largest speed, 9 GHz: a second's ticks in nanoseconds must fit a long. */
    static final long FASTEST = 9_000_000_000L;

    private static final long NANOS = 1_000_000_000L;

    TickRate {
        if (hertz < 1 || hertz > FASTEST) {
            throw new IllegalArgumentException("a clock of " + hertz + " Hz; from 1 Hz to 9 GHz are possible");
        }
    }

    /** The time, rounded down, at which this many ticks have passed. */
    long nanos(long ticks) {
        return scale(ticks, hertz, NANOS, 0);
    }

    /** The first tick at which this many nanoseconds have passed. */
    long ticks(long nanos) {
        return scale(nanos, NANOS, hertz, NANOS - 1);
    }

    /** The whole ticks that have passed after this many nanoseconds. */
    long passed(long nanos) {
        return scale(nanos, NANOS, hertz, 0);
    }

    /** The first nanosecond at which this many ticks have passed. */
    long reached(long ticks) {
        return scale(ticks, hertz, NANOS, hertz - 1);
    }

    /** {@code (value * to + round) / from}, in two parts so that no intermediate result overflows. */
    private static long scale(long value, long from, long to, long round) {
        long whole = value / from;
        long part = (value % from * to + round) / from;
        if (Math.multiplyHigh(whole, to) != 0) {
            return Long.MAX_VALUE;
        }
        long sum = whole * to + part;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
