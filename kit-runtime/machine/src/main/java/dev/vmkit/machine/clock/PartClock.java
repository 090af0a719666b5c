package dev.vmkit.machine.clock;

import dev.vmkit.api.Clock;
import dev.vmkit.api.Timer;

/** The machine's clock as one of its parts sees it. */
record PartClock(VirtualClock clock, int rank) implements Clock {

    @Override
    public long now() {
        return clock.now();
    }

    @Override
    public Timer at(long at, Runnable event) {
        return clock.schedule(rank, at, event);
    }

    @Override
    public long timebase() {
        return clock.timebase();
    }

    @Override
    public long time() {
        return clock.time();
    }

    @Override
    public Timer atTime(long time, Runnable event) {
        return clock.scheduleAtTime(rank, time, event);
    }
}
