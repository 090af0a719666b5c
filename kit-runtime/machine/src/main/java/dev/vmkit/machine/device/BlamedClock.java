package dev.vmkit.machine.device;

import dev.vmkit.api.Clock;
import dev.vmkit.api.Timer;

/** A clock whose events blame the device that asked for them. */
record BlamedClock(PartName part, Clock clock) implements Clock {

    @Override
    public long now() {
        return clock.now();
    }

    @Override
    public Timer at(long at, Runnable event) {
        return clock.at(at, part.blamed(event));
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
        return clock.atTime(time, part.blamed(event));
    }
}
