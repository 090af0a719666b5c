package dev.vmkit.layers.network;

/**
 * When to send again what the guest should have acknowledged (RFC 6298, with its first second and without a measurement:
 * nothing is lost on the way to a guest, but a guest may drop what it got).
 */
final class Resending {
    private static final long FIRST = 1_000_000_000;
    private static final int MOST = 6;
    private static final long NEVER = Long.MAX_VALUE;

    private long due = NEVER;
    private int times;

    /** The guest has acknowledged something, or there is nothing that it should. */
    void settled() {
        due = NEVER;
        times = 0;
    }

    /** Something is in flight: whether to send it again now. */
    boolean due(long now) {
        if (due == NEVER) {
            due = now + FIRST;
        }
        if (now < due) {
            return false;
        }
        times++;
        due = now + (FIRST << Math.min(times, MOST));
        return true;
    }

    /** Whether the guest has not answered for so long that it never will. */
    boolean hopeless() {
        return times > MOST;
    }
}
