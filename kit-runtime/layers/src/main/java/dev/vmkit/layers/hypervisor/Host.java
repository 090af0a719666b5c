package dev.vmkit.layers.hypervisor;

import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.layers.schedule.DispatchListener;
import dev.vmkit.layers.schedule.Dispatcher;
import dev.vmkit.layers.schedule.PolicyFault;
import dev.vmkit.layers.schedule.PolicySetup;
import dev.vmkit.layers.schedule.RunEnd;
import dev.vmkit.layers.schedule.Turn;
import dev.vmkit.machine.board.Limits;
import dev.vmkit.machine.board.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Several guests on one processor: a policy says whose turn it is and for how long. Time is the processor's, a tick an
 * instruction; a guest that waits gives the processor away, and gets it back after as much time as its own clock went on.
 * So a guest's own time is as on a machine of its own, whatever its neighbours do.
 */
public final class Host {
    private static final int CPU = 0;

    /** Of virtual time, in nanoseconds, until a person's keys are looked at again while others compute. */
    private static final long GLANCE = 1_000_000;

    private static final double NANOS = 1e9;

    private final List<Guest> guests;
    private final Dispatcher dispatcher;
    private final double ticksPerNano;
    private final TreeMap<Integer, Long> sleepers = new TreeMap<>();
    private volatile boolean stopped;
    private long now;
    private long idle;

    /**
     * A host with guests that arrive in order when it begins.
     *
     * @param guests at least one; the numbers of their tasks are their places
     * @param speed instructions of the processor a virtual second
     */
    public Host(List<Guest> guests, SchedulerPolicy policy, PolicySetup setup, long speed, DispatchListener listener) {
        this.guests = List.copyOf(guests);
        this.dispatcher = new Dispatcher(policy, setup, listener);
        this.ticksPerNano = speed / NANOS;
        guests.forEach(guest -> dispatcher.arrive(guest.task(), 0));
    }

    public List<Guest> guests() {
        return guests;
    }

    /** Ticks since it began. */
    public long now() {
        return now;
    }

    /** Ticks in which no guest could run. */
    public long idle() {
        return idle;
    }

    /** What the policy did that it may not do, if it did. */
    public Optional<PolicyFault> fault() {
        return dispatcher.fault();
    }

    /** Ends the run; from any thread. */
    public void stop() {
        stopped = true;
        guests.forEach(guest -> guest.machine().stop());
    }

    /**
     * Runs until every guest has ended.
     *
     * @param limits ticks of the processor, and the host's time
     * @return what ended it early, if anything
     */
    public Optional<Outcome> run(Limits limits) {
        long end = limits.instructions() > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + limits.instructions();
        long deadline = System.nanoTime() + Math.min(limits.hostNanos(), Long.MAX_VALUE / 2);
        while (guests.stream().anyMatch(guest -> guest.outcome().isEmpty())) {
            if (stopped) {
                return Optional.of(new Outcome.Stopped());
            }
            if (now >= end) {
                return Optional.of(new Outcome.BudgetReached());
            }
            if (System.nanoTime() - deadline > 0) {
                return Optional.of(new Outcome.TimeReached());
            }
            step(end, deadline - System.nanoTime());
        }
        return Optional.empty();
    }

    private void step(long end, long patience) {
        wake();
        if (dispatcher.mustStop(CPU)) {
            dispatcher.end(CPU, RunEnd.SLICE_ENDED, now);
        }
        if (dispatcher.free(CPU, now) && dispatcher.next(CPU, now) instanceof Turn.Run(int task, long _)) {
            guests.get(task).begins();
        }
        Optional<Integer> running = dispatcher.running(CPU);
        long until = Math.min(dispatcher.until(CPU), Math.min(nextWake(), end));
        if (running.isPresent()) {
            run(guests.get(running.get()), until, patience);
        } else {
            idle += until - now;
            now = until;
        }
    }

    /** Wakes whose time has come, in the order of their numbers. */
    private void wake() {
        for (int task : List.copyOf(sleepers.keySet())) {
            if (sleepers.getOrDefault(task, Long.MAX_VALUE) <= now) {
                sleepers.remove(task);
                dispatcher.wake(task, now);
            }
        }
    }

    private long nextWake() {
        return sleepers.values().stream().mapToLong(Long::longValue).min().orElse(Long.MAX_VALUE);
    }

    private void run(Guest guest, long until, long patience) {
        long before = guest.machine().clock().ticks();
        Limits slice =
                Limits.instructions(Math.max(1, until - now)).within(patience).orIdle();
        Outcome outcome = guest.machine().run(slice);
        long executed = guest.machine().clock().ticks() - before;
        guest.ran(executed);
        now += executed;
        switch (outcome) {
            case Outcome.BudgetReached _ -> endSlice();
            case Outcome.TimeReached _, Outcome.Stopped _ -> {}
            case Outcome.Waiting _ -> rest(guest, patience);
            default -> {
                guest.ended(outcome);
                dispatcher.end(CPU, RunEnd.EXITED, now);
            }
        }
    }

    private void endSlice() {
        if (now >= dispatcher.until(CPU)) {
            dispatcher.end(CPU, RunEnd.SLICE_ENDED, now);
        }
    }

    /** The guest's own time goes on to what it waits for; if somebody may come to it from outside, no further than the others'. */
    private void rest(Guest guest, long patience) {
        boolean alone = sleepers.size() == living() - 1;
        long before = guest.machine().clock().now();
        boolean wakes = alone
                ? guest.machine().rest(longest(guest), patience)
                : guest.machine().restAside(guest.machine().isLive() ? GLANCE : Long.MAX_VALUE);
        long passed = Math.round((guest.machine().clock().now() - before) * ticksPerNano);
        if (!wakes) {
            guest.ended(new Outcome.IdleForever());
            dispatcher.end(CPU, RunEnd.EXITED, now);
        } else if (passed > 0) {
            guest.rests(passed);
            sleepers.put(guest.task().id(), now + passed);
            dispatcher.end(CPU, RunEnd.BLOCKED, now);
        }
    }

    /** Nanoseconds: one who waits for a person must not keep the others from waking. */
    private long longest(Guest guest) {
        return guest.machine().isLive() && !sleepers.isEmpty()
                ? Math.max(GLANCE, (long) ((nextWake() - now) / ticksPerNano))
                : Long.MAX_VALUE;
    }

    private long living() {
        return guests.stream().filter(guest -> guest.outcome().isEmpty()).count();
    }
}
