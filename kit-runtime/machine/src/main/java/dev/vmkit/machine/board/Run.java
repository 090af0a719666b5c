package dev.vmkit.machine.board;

import dev.vmkit.machine.clock.VirtualClock;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import java.util.Optional;
import java.util.function.LongSupplier;

/** One run of a machine: slices of one hart after another, and what has to be done between them. */
final class Run {
    private final Machine machine;
    private final VirtualClock clock;
    private final Turns turns;
    private final Limits limits;
    private final LongSupplier hostTime;
    private final long firstTick;
    private final long start;

    Run(Machine machine, Limits limits, LongSupplier hostTime) {
        this.machine = machine;
        this.clock = machine.clock();
        this.turns = machine.turns();
        this.limits = limits;
        this.hostTime = hostTime;
        this.firstTick = clock.ticks();
        this.start = hostTime.getAsLong();
    }

    Outcome go() {
        Optional<Outcome> end = Optional.empty();
        while (end.isEmpty()) {
            end = between();
            if (end.isEmpty()) {
                machine.realTime().ifPresent(time -> machine.inputs().pause(time.ahead(clock.now())));
                end = turns.runnable().map(this::execute).orElseGet(this::idle);
            }
        }
        return end.get();
    }

    /** What is due between two slices. */
    private Optional<Outcome> between() {
        runEvents();
        machine.pollInput();
        machine.requests().serve();
        if (machine.requests().takeStop()) {
            return Optional.of(new Outcome.Stopped());
        }
        if (machine.power().isOff()) {
            return Optional.of(new Outcome.PoweredOff(machine.power().status()));
        }
        if (machine.power().wantsReset()) {
            return machine.restart();
        }
        if (budgetLeft() <= 0) {
            return Optional.of(new Outcome.BudgetReached());
        }
        if (starving()) {
            return Optional.of(new Outcome.InputEnded());
        }
        return timeLeft() <= 0 ? Optional.of(new Outcome.TimeReached()) : Optional.empty();
    }

    /** A guest that asks for input in vain may draw or play meanwhile: as long as it does, it may go on asking. */
    private boolean starving() {
        machine.stillness().watch(clock.now());
        if (!machine.inputs().starving()) {
            return false;
        }
        boolean still = machine.stillness().reached(clock.now());
        if (!still) {
            machine.inputs().interrupted();
        }
        return still;
    }

    private void runEvents() {
        if (clock.ticksUntilNextEvent() == 0) {
            clock.runDue();
            turns.unblock();
        }
    }

    private long budgetLeft() {
        return limits.instructions() - (clock.ticks() - firstTick);
    }

    private long timeLeft() {
        return limits.hostNanos() == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : limits.hostNanos() - (hostTime.getAsLong() - start);
    }

    private Optional<Outcome> execute(NamedHart named) {
        Hart hart = named.hart();
        HartSlice slice = new HartSlice(hart);
        clock.begin(slice);
        machine.preemption().begin(hart);
        try {
            Stop stop = machine.execute(named, length());
            return ending(named, stop);
        } finally {
            long executed = slice.executed();
            clock.end(executed);
            if (machine.preemption().end()) {
                turns.next();
            } else {
                turns.used(executed);
            }
        }
    }

    /** Instructions until something is due, at least 1: an event asked for while all were idle may be due already. */
    private long length() {
        long due = Math.max(1, clock.ticksUntilNextEvent());
        long slice = Math.min(Math.min(due, machine.ticksUntilPoll()), Math.min(turns.left(), budgetLeft()));
        return machine.realTime().isPresent() ? Math.min(slice, RealTime.slice(clock.hertz())) : slice;
    }

    private Optional<Outcome> ending(NamedHart named, Stop stop) {
        return switch (stop) {
            case Stop.Budget _, Stop.Halted _ -> Optional.empty();
            case Stop.Idle _ -> {
                if (!named.hart().waiting()) {
                    turns.block();
                }
                yield Optional.empty();
            }
            case Stop.Breakpoint at -> Optional.of(new Outcome.Breakpoint(named.name(), at.address()));
            case Stop.Trapped _, Stop.Fault _, Stop.Unhandled _ -> Optional.of(new Outcome.Stuck(named.name(), stop));
        };
    }

    /** No hart can run: time passes until something comes in or the next event is due. */
    private Optional<Outcome> idle() {
        if (turns.allHalted()) {
            return Optional.of(new Outcome.Halted());
        }
        if (limits.untilIdle()) {
            return Optional.of(new Outcome.Waiting());
        }
        boolean mayGoOn = machine.rest(Long.MAX_VALUE, timeLeft()) || timeLeft() <= 0;
        return mayGoOn ? Optional.empty() : Optional.of(new Outcome.IdleForever());
    }
}
