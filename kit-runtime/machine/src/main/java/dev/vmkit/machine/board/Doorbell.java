package dev.vmkit.machine.board;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** What a machine waits on while it idles, and what is rung when something may have come in from the host. */
public interface Doorbell {
    /** Ends the wait, or the next one if nobody waits; from any thread. */
    void ring();

    /** Waits until it is rung, or for so many nanoseconds of the host's time; the wait may end early. */
    void await(long nanos);

    /** A bell of no other use. */
    static Doorbell plain() {
        Semaphore rings = new Semaphore(0);
        return new Doorbell() {
            @Override
            public void ring() {
                rings.release();
            }

            /** The machine's thread may be interrupted to end the wait. */
            @Override
            public void await(long nanos) {
                try {
                    if (rings.tryAcquire(nanos, TimeUnit.NANOSECONDS)) {
                        rings.drainPermits();
                    }
                } catch (InterruptedException stop) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }
}
