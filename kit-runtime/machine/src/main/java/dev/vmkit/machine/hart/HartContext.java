package dev.vmkit.machine.hart;

import dev.vmkit.api.Clock;
import dev.vmkit.api.Timer;

/**
 * What a hart finds around it.
 *
 * @param index which of the machine's harts it is, at least 0
 * @param clock the machine's time
 */
public record HartContext(int index, Clock clock) {
    /** A hart without a machine, for which time stands still. */
    public static final HartContext ALONE = new HartContext(0, new StandingClock());

    /** Time 0, always. */
    private record StandingClock() implements Clock {
        @Override
        public long now() {
            return 0;
        }

        @Override
        public Timer at(long at, Runnable event) {
            return () -> {};
        }

        @Override
        public long timebase() {
            return 1;
        }

        @Override
        public long time() {
            return 0;
        }

        @Override
        public Timer atTime(long time, Runnable event) {
            return () -> {};
        }
    }
}
