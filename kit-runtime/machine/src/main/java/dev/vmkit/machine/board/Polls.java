package dev.vmkit.machine.board;

import dev.vmkit.machine.clock.VirtualClock;

/** When a machine looks at its input: at multiples of a number of ticks, so that it does not matter how a run is cut. */
final class Polls {
    /** Ticks from one look to the next at most, and looks a virtual second at least. */
    static final long MOST_TICKS = 1 << 18;

    private static final int LEAST_A_SECOND = 32;

    private final VirtualClock clock;
    private final long every;
    private long next;

    Polls(VirtualClock clock) {
        this.clock = clock;
        this.every = Math.clamp(clock.hertz() / LEAST_A_SECOND, 1, MOST_TICKS);
    }

    /** None or fewer if it is due. */
    long ticksUntilNext() {
        return next - clock.ticks();
    }

    /** Whether it is due; then it is taken for done. */
    boolean isDue() {
        if (ticksUntilNext() > 0) {
            return false;
        }
        next = (clock.ticks() / every + 1) * every;
        return true;
    }

    /** The clock was set: the next look is at the next multiple, which may be now. */
    void goOn() {
        next = (clock.ticks() + every - 1) / every * every;
    }
}
