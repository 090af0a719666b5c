package dev.vmkit.plugins.virtio.transport;

import dev.vmkit.api.Clock;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.Timer;

/** Work that was put off, so that no single access of a guest takes long: it goes on a little later in virtual time. */
final class Later {
    private static final long PAUSE = 10_000;
    private static final long NEVER = -1;
    private static final Timer NOTHING = () -> {};

    private final Clock clock;
    private final Runnable work;
    private long due = NEVER;
    private Timer timer = NOTHING;

    Later(Clock clock, Runnable work) {
        this.clock = clock;
        this.work = work;
    }

    /** Has the work go on, unless that was asked for already. */
    void ask() {
        if (due == NEVER) {
            at(clock.now() + PAUSE);
        }
    }

    void reset() {
        at(NEVER);
    }

    private void at(long time) {
        timer.cancel();
        due = time;
        timer = time == NEVER ? NOTHING : clock.at(time, this::run);
    }

    private void run() {
        due = NEVER;
        work.run();
    }

    StateTree save() {
        return StateTree.EMPTY.with("due", due);
    }

    void load(StateTree state) {
        at(state.number("due", NEVER, Long.MAX_VALUE));
    }
}
