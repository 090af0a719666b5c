package dev.vmkit.machine.hart;

import dev.vmkit.api.Clock;
import dev.vmkit.api.Timer;
import dev.vmkit.language.isa.RegisterFile;

/**
 * A register that raises an interrupt line while the time counter is at or past its value. All of it follows from the
 * register and the time, so it is no part of a snapshot.
 */
final class HartTimer {
    private static final Timer NOTHING = () -> {};

    private final RegisterFile register;
    private final HartState state;
    private final Clock clock;
    private final Runnable changed;
    private Timer event = NOTHING;
    private boolean raised;

    /**
     * A timer that has not looked yet.
     *
     * @param changed told when {@link #bit} has changed
     */
    HartTimer(RegisterFile register, HartState state, Clock clock, Runnable changed) {
        this.register = register;
        this.state = state;
        this.clock = clock;
        this.changed = changed;
    }

    /** The bit of its line if that is raised, otherwise 0. */
    long bit() {
        return raised ? 1L << register.line() : 0;
    }

    /** Compares anew, and again when the time has come: the register or the time was set. */
    void look() {
        event.cancel();
        long value = state.get(register, 0);
        boolean due = Long.compareUnsigned(clock.time(), value) >= 0;
        event = due ? NOTHING : clock.atTime(value, this::look);
        if (due != raised) {
            raised = due;
            changed.run();
        }
    }
}
