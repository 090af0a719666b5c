package dev.vmkit.machine.clock;

import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * Virtual time: ticks, one an executed instruction, at a fixed speed, and what was skipped while every hart was idle. The
 * machine says when a slice starts and ends; in between the clock asks the {@link Slice} how far it got, so that a device
 * sees the exact time of the instruction that touches it.
 */
public final class VirtualClock implements Snapshotable {
    /** The speed of the time counter, unless a machine says another. */
    public static final long TIMEBASE = 10_000_000;

    private final TickRate rate;
    private final TickRate timebase;
    private final NavigableSet<Event> events = new TreeSet<>();
    private long ticks;
    private long skipped;
    private long asked;
    private long earliest;
    private Slice slice = Slice.NONE;

    /**
     * A clock at time 0.
     *
     * @param hertz ticks a virtual second, within [1, {@code 9_000_000_000}]
     */
    public VirtualClock(long hertz) {
        this(hertz, TIMEBASE);
    }

    /**
     * A clock at time 0.
     *
     * @param hertz ticks a virtual second, within [1, {@code 9_000_000_000}]
     * @param timebase of the time counter, within [1, {@code 1_000_000_000}]
     */
    public VirtualClock(long hertz, long timebase) {
        if (timebase > 1_000_000_000) {
            throw new IllegalArgumentException("a time counter of " + timebase + " Hz; at most 1 GHz is possible");
        }
        this.rate = new TickRate(hertz);
        this.timebase = new TickRate(timebase);
    }

    /** Ticks a virtual second. */
    public long hertz() {
        return rate.hertz();
    }

    /** Ticks since power-on. */
    public long ticks() {
        return saturatedSum(ticks, slice.executed());
    }

    /** Nanoseconds of virtual time since power-on; stays at the largest number once it is reached. */
    public long now() {
        return saturatedSum(rate.nanos(ticks()), skipped);
    }

    /** The time counter: ticks of the timebase since power-on. */
    long time() {
        return timebase.passed(now());
    }

    /**
     * The clock as one hart or device sees it.
     *
     * @param rank its place in the machine; events of one time run in this order, so that a reloaded machine, whose parts
     *     ask for their events anew, runs them in the same order
     */
    public PartClock forPart(int rank) {
        return new PartClock(this, rank, UnaryOperator.identity());
    }

    long timebase() {
        return timebase.hertz();
    }

    Timer scheduleAtTime(int rank, long time, Runnable action) {
        long at = time < 0 ? Long.MAX_VALUE : timebase.reached(time);
        return at == Long.MAX_VALUE ? () -> {} : schedule(rank, at, action);
    }

    Timer schedule(int rank, long at, Runnable action) {
        Event event = new Event(Math.max(at, earliest), rank, asked++, action);
        events.add(event);
        slice.stopWithin(ticksUntil(event.at()));
        return () -> events.remove(event);
    }

    /** Whether an event waits. */
    public boolean hasEvent() {
        return !events.isEmpty();
    }

    /** When the next event is due; only if there is one. */
    public long nextEvent() {
        return events.first().at();
    }

    /** Ticks to the next event: 0 if it is due, the largest number if there is none. */
    public long ticksUntilNextEvent() {
        return hasEvent() ? ticksUntil(nextEvent()) : Long.MAX_VALUE;
    }

    private long ticksUntil(long at) {
        return at <= now() ? 0 : rate.ticks(at - skipped) - ticks();
    }

    /** A slice starts to run. */
    public void begin(Slice running) {
        slice = running;
    }

    /** Has the running slice end after the instruction that is executing. */
    public void endSlice() {
        slice.stopWithin(0);
    }

    /** The slice is over; time has advanced by this many ticks. */
    public void end(long executed) {
        slice = Slice.NONE;
        ticks = saturatedSum(ticks, executed);
    }

    /** Skips idle time, if {@code at} lies ahead. */
    public void skipTo(long at) {
        skipped += Math.max(0, at - now());
    }

    /**
     * Runs the events that are due. What they ask for comes later than now, so that an event that asks for itself again
     * and again lets time pass.
     */
    public void runDue() {
        List<Event> due = new ArrayList<>(events.headSet(Event.endOf(now()), false));
        earliest = saturatedSum(now(), 1);
        try {
            due.stream().filter(events::remove).forEach(event -> event.action().run());
        } finally {
            earliest = 0;
        }
    }

    /** Time, without events: whoever asked for one asks again when it is loaded. */
    @Override
    public StateTree save() {
        return StateTree.EMPTY.with("ticks", ticks).with("skipped", skipped);
    }

    /**
     * Sets the time and drops all events.
     *
     * @throws IllegalArgumentException if the tree holds no time; then nothing has changed
     */
    @Override
    public void load(StateTree state) {
        long newTicks = state.number("ticks", 0, Long.MAX_VALUE);
        skipped = state.number("skipped", 0, Long.MAX_VALUE);
        ticks = newTicks;
        events.clear();
    }

    /** The sum of two numbers that are not negative, or the largest number. */
    private static long saturatedSum(long a, long b) {
        long sum = a + b;
        return sum < 0 ? Long.MAX_VALUE : sum;
    }
}
