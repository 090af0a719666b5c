package dev.vmkit.machine.board;

import dev.vmkit.machine.clock.VirtualClock;
import dev.vmkit.machine.hart.Hart;
import org.jspecify.annotations.Nullable;

/**
 * Ends the turn of a hart that raises an interrupt line of another one: most often it is going to wait for what the other
 * one does. Decided within a slice, so nothing of it outlives one.
 */
final class Preemption {
    private final VirtualClock clock;
    private @Nullable Hart running;
    private boolean due;

    Preemption(VirtualClock clock) {
        this.clock = clock;
    }

    /** A hart starts a slice. */
    void begin(Hart hart) {
        running = hart;
        due = false;
    }

    /** A line of a hart was raised. */
    void raised(Hart hart) {
        if (running != null && running != hart) {
            due = true;
            clock.endSlice();
        }
    }

    /** The slice is over; whether the turn is too. */
    boolean end() {
        running = null;
        return due;
    }
}
