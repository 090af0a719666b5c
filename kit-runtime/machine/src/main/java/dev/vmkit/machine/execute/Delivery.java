package dev.vmkit.machine.execute;

import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Lines;
import dev.vmkit.machine.hart.Stop;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes traps and interrupts, through the definition's hooks. A hook that itself traps or accesses what is not there stops
 * the machine: there is nobody left to ask.
 */
final class Delivery {
    private final Core core;
    private final Hart hart;

    /** For each trap, by its number, what its hook is given: its attributes, and room for its value. */
    private final long[][] arguments;

    private final Optional<Routine> trapHook;
    private final Optional<Routine> interruptHook;
    private final Optional<Routine> resetHook;
    private final Optional<Routine> pending;
    private final Optional<Routine> due;
    private final boolean linesAreRegister;

    Delivery(Core core) {
        Isa isa = core.hart.isa();
        this.core = core;
        this.hart = core.hart;
        this.arguments = isa.traps().stream()
                .map(trap -> arguments(trap, isa.trapAttributes()))
                .toArray(long[][]::new);
        this.trapHook = isa.trapHook().map(this::routine);
        this.interruptHook = isa.interruptHook().map(this::routine);
        this.resetHook = isa.resetHook().map(this::routine);
        this.pending = isa.pending().map(this::routine);
        this.due = isa.due().map(this::routine);
        this.linesAreRegister = isa.model().registers().stream().anyMatch(r -> r.role() == RegisterFile.Role.LINES);
    }

    private Routine routine(Function function) {
        return new Routine(core, function);
    }

    /**
     * Deals with an instruction that ended by {@code abort}.
     *
     * @param following the address after it, where execution goes on unless the trap hook jumps
     * @return why the run ends, if it does
     */
    @Nullable
    Stop aborted(Abort abort, long following) {
        Trap trap = abort.trap();
        if (trap != null && hart.exits().contains(trap)) {
            return new Stop.Trapped(trap, abort.value(), pc());
        }
        return trap == null ? stop(abort) : take(trap, abort.value(), following);
    }

    /** Enters a trap; why that stops the machine, if it does. */
    @Nullable
    Stop take(Trap trap, long value, long following) {
        if (trapHook.isEmpty()) {
            return new Stop.Unhandled(trap, value, pc());
        }
        long[] given = arguments[trap.number()];
        given[given.length - 1] = value;
        return enter(trapHook.get(), following, given);
    }

    private static long[] arguments(Trap trap, List<String> attributes) {
        Map<String, Long> given = trap.declaration().attributes();
        long[] arguments = new long[attributes.size() + 1];
        for (int i = 0; i < attributes.size(); i++) {
            arguments[i] = given.getOrDefault(attributes.get(i), 0L);
        }
        return arguments;
    }

    private @Nullable Stop enter(Routine hook, long next, long... arguments) {
        try {
            long target = hook.enter(next, arguments);
            hart.state().pc(target);
            return null;
        } catch (Abort abort) {
            return stop(abort);
        }
    }

    /** The stop for an abort that nobody can deal with. */
    Stop stop(Abort abort) {
        Trap trap = abort.trap();
        return trap != null
                ? new Stop.Unhandled(trap, abort.value(), pc())
                : new Stop.Fault(Objects.requireNonNull(abort.access()), abort.value(), pc());
    }

    /** Runs the reset hook; why that stops the machine, if it does. */
    @Nullable
    Stop reset() {
        return resetHook.isEmpty() ? null : enter(resetHook.get(), pc());
    }

    /** The line whose interrupt is to be taken now, if any. Where lines are bits of a register, that is for the hook. */
    Optional<Lines.Line> requested() {
        if (interruptHook.isEmpty()) {
            return Optional.empty();
        }
        if (due.isPresent() && due.get().call() != 0) {
            return Optional.of(ANY);
        }
        if (!linesAreRegister && hart.lines().none()) {
            return Optional.empty();
        }
        return linesAreRegister
                ? Optional.of(ANY).filter(this::isPending)
                : hart.lines().raised().stream().filter(this::isPending).findFirst();
    }

    private static final Lines.Line ANY = new Lines.Line(0, 0);

    private boolean isPending(Lines.Line line) {
        return pending.isEmpty() ? !hart.lines().none() : pending.get().call(line.number(), line.level()) != 0;
    }

    /** Takes the interrupt of a line; why that stops the machine, if it does. */
    @Nullable
    Stop interrupt(Lines.Line line) {
        hart.wake();
        return enter(interruptHook.orElseThrow(), pc(), line.number(), line.level());
    }

    private long pc() {
        return hart.state().pc();
    }
}
