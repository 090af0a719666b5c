package dev.vmkit.machine.board;

import java.util.function.LongSupplier;

/**
 * Keeps the virtual time of an idle machine from running ahead of the host's, so that a guest that waits a second for an
 * answer gives the answer a second. Waits that are too short to sleep for are saved up.
 */
final class Pace {
    private static final long WORTHWHILE = 1_000_000;
    private static final long LONGEST = 1_000_000_000;

    private final LongSupplier hostTime;
    private long owed;

    /**
     * A pace by a clock.
     *
     * @param hostTime in nanoseconds
     */
    Pace(LongSupplier hostTime) {
        this.hostTime = hostTime;
    }

    /**
     * Lets some time pass, less if the bell rings.
     *
     * @param nanos of virtual time at most
     * @return how much virtual time passed
     */
    long pass(long nanos, Doorbell bell) {
        long most = Math.min(nanos, LONGEST);
        long wait = owed + most;
        long slept = wait < WORTHWHILE ? 0 : sleep(wait, bell);
        boolean whole = wait < WORTHWHILE || slept >= wait;
        long passed = whole ? most : Math.max(0, slept - owed);
        owed = Math.max(0, owed + passed - slept);
        return passed;
    }

    private long sleep(long nanos, Doorbell bell) {
        long from = hostTime.getAsLong();
        bell.await(nanos);
        return hostTime.getAsLong() - from;
    }
}
