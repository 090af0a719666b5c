package dev.vmkit.machine.clock;

import dev.vmkit.api.Clock;
import dev.vmkit.api.Timer;
import java.util.function.UnaryOperator;

/**
 * The machine's clock as one of its parts sees it.
 *
 * @param rank the part's place in the machine
 * @param wrapper what is done to each event the part asks for
 */
public record PartClock(VirtualClock clock, int rank, UnaryOperator<Runnable> wrapper) implements Clock {

    /** The same clock, whose events are wrapped in another way. */
    public PartClock wrapping(UnaryOperator<Runnable> other) {
        return new PartClock(clock, rank, other);
    }

    @Override
    public long now() {
        return clock.now();
    }

    @Override
    public Timer at(long at, Runnable event) {
        return clock.schedule(rank, at, wrapper.apply(event));
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
        return clock.scheduleAtTime(rank, time, wrapper.apply(event));
    }
}
