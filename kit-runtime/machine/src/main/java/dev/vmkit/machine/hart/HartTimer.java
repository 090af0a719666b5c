package dev.vmkit.machine.hart;

import dev.vmkit.api.Clock;
import dev.vmkit.api.Timer;
import dev.vmkit.language.isa.RegisterFile;
import java.util.Optional;

/**
 * A register that raises an interrupt line while the time counter, and its offset if it has one, is at or past its value.
 * All of it follows from registers and the time, so it is no part of a snapshot.
 */
final class HartTimer {
    private static final Timer NOTHING = () -> {};

    private final RegisterFile register;
    private final Optional<RegisterFile> offset;
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
        this.offset = register.offset().flatMap(state.model()::register);
        this.state = state;
        this.clock = clock;
        this.changed = changed;
    }

    /** The bit of its line if that is raised, otherwise 0. */
    long bit() {
        return raised ? 1L << register.line() : 0;
    }

    /** Compares anew, and again when the outcome changes: the register, its offset or the time was set. */
    void look() {
        event.cancel();
        long value = state.get(register, 0);
        long time = clock.time();
        long seen = time + offset.map(file -> state.get(file, 0)).orElse(0L);
        boolean due = Long.compareUnsigned(seen, value) >= 0;
        long change = due ? time - seen : time + (value - seen); // past its last number the time seen is 0 again
        event = Long.compareUnsigned(change, time) > 0 ? clock.atTime(change, this::look) : NOTHING;
        if (due != raised) {
            raised = due;
            changed.run();
        }
    }
}
