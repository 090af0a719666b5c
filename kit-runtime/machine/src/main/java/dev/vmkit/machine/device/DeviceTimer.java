package dev.vmkit.machine.device;

import dev.vmkit.api.Clock;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.Timer;

/** The one timer of a device in YAML. */
final class DeviceTimer {
    private static final Timer NOTHING = () -> {};
    private static final long NEVER = -1;

    private final Clock clock;
    private final Runnable onTimer;
    private long due = NEVER;
    private Timer event = NOTHING;

    DeviceTimer(Clock clock, Runnable onTimer) {
        this.clock = clock;
        this.onTimer = onTimer;
    }

    /** Runs the handler that many nanoseconds from now; not at all if that lies beyond the end of time. */
    void after(long nanoseconds) {
        long at = clock.now() + nanoseconds;
        start(nanoseconds < 0 || at < 0 ? NEVER : at);
    }

    private void start(long at) {
        event.cancel();
        due = at;
        event = at == NEVER ? NOTHING : clock.at(at, this::run);
    }

    private void run() {
        due = NEVER;
        onTimer.run();
    }

    void stop() {
        start(NEVER);
    }

    StateTree save() {
        return StateTree.EMPTY.with("due", due);
    }

    void load(StateTree state) {
        start(state.number("due", NEVER, Long.MAX_VALUE));
    }
}
