package dev.vmkit.machine.board;

import java.util.function.LongSupplier;

/** Tells how far virtual time has run ahead of the host's, so that a machine can wait for it. */
final class RealTime {
    /** Slices a virtual second at least. */
    private static final int SLICES = 240;

    private static final long WORTHWHILE = 1_000_000;
    /** A host that is so far behind does not catch up: it would run too fast for a while. */
    private static final long FORGIVEN = 200_000_000;

    private final LongSupplier hostTime;
    private boolean begun;
    private long offset;

    /**
     * Time by a clock.
     *
     * @param hostTime in nanoseconds
     */
    RealTime(LongSupplier hostTime) {
        this.hostTime = hostTime;
    }

    /** Instructions to execute at most before the host's time is looked at again, at least 1. */
    static long slice(long hertz) {
        return Math.max(1, hertz / SLICES);
    }

    /** Nanoseconds of the host's to wait for now, 0 if they are not worth it. */
    long ahead(long virtualNow) {
        long distance = virtualNow - hostTime.getAsLong();
        if (!begun || distance - offset < -FORGIVEN) {
            begun = true;
            offset = distance;
        }
        long ahead = distance - offset;
        return ahead < WORTHWHILE ? 0 : ahead;
    }
}
