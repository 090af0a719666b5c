package dev.vmkit.machine.execute;

import dev.vmkit.language.codec.Decoder;
import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.hart.Blocked;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.EngineStatistics;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Lines;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.Access;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The interpreter, and the reference for every other engine: an instruction is found, runs, and counts; then the next.
 * Whatever has to be looked at between instructions is looked at only when {@link Hart#deadline} is reached, and whoever
 * changes something that matters brings that near.
 */
public final class InterpretEngine implements Engine {
    /** Instructions. */
    private static final int STRETCH = 64;

    private final Hart hart;
    private final long[] registers;
    private final int pcSlot;
    private final long pcMask;
    private final Core core;
    private final Surroundings surroundings;
    private final Fetcher fetcher;
    private final Delivery delivery;
    private final Trapped trapped;
    private final Steps steps;
    private final Accelerator accelerator;
    private Step failed = Step.UNKNOWN;

    private long lastBreak = -1;
    private long lastInterrupt = -1;

    public InterpretEngine(Hart hart) {
        this(hart, _ -> Steps.NONE, _ -> Accelerator.NONE);
    }

    /** An interpreter that is helped where it can be. */
    public InterpretEngine(Hart hart, Steps.Factory fast, Accelerator.Factory accelerators) {
        this.hart = hart;
        this.registers = hart.state().slots();
        this.pcSlot = hart.isa().model().pc().slot();
        this.pcMask = hart.isa().model().pc().mask();
        this.core = new Core(hart, new Changes());
        this.surroundings = core.surroundings;
        Mmu fetches = core.mmu(hart.isa().model().fetch());
        Decoder decoder = Decoder.of(hart.isa());
        GuestCode guest = new GuestCode(core, fetches, decoder);
        this.steps = fast.create(guest);
        core.steps(steps);
        this.fetcher = new Fetcher(fetches, decoder, new InstructionCompiler(core, steps));
        this.delivery = new Delivery(core);
        this.trapped = new Trapped(hart.isa());
        this.accelerator = accelerators.create(guest);
    }

    /** Tells those who remember where addresses lead. */
    private final class Changes implements Core.Listener {
        @Override
        public void moved() {
            fetcher.leave();
            accelerator.moved();
        }

        @Override
        public void flushed(OptionalLong address) {
            accelerator.flushed(address);
        }
    }

    @Override
    public Stop run() {
        while (true) {
            Stop stop = look();
            if (stop == null) {
                stop = execute();
            }
            if (stop != null) {
                return stop;
            }
        }
    }

    /** Looks around between two instructions: is there a reason to stop, or an interrupt to take? */
    private @Nullable Stop look() {
        accelerator.looksAround();
        if (hart.halted()) {
            return new Stop.Halted();
        }
        fetcher.executed(hart.retired());
        if (hart.retired() >= hart.limit()) {
            return new Stop.Budget();
        }
        Optional<Lines.Line> requested;
        try {
            requested = requested();
        } catch (Abort abort) {
            return delivery.stop(abort);
        }
        Stop stop = requested.isPresent() ? interrupt(requested.get()) : null;
        if (stop != null) {
            return stop;
        }
        if (hart.waiting()) {
            return new Stop.Idle();
        }
        boolean soon = requested.isPresent() || !hart.breakpoints().isEmpty();
        hart.deadline(soon ? hart.retired() + 1 : hart.limit());
        return breakpoint();
    }

    /** At most one interrupt is taken at a boundary. */
    private Optional<Lines.Line> requested() {
        return lastInterrupt == hart.retired() ? Optional.empty() : delivery.requested();
    }

    private @Nullable Stop interrupt(Lines.Line line) {
        lastInterrupt = hart.retired();
        return delivery.interrupt(line);
    }

    @Override
    public Optional<Lines.Line> interrupt() {
        accelerator.looksAround();
        Optional<Lines.Line> requested = hart.halted() ? Optional.empty() : requested();
        requested.ifPresent(this::interrupt);
        return requested;
    }

    /** A breakpoint stops once; the run after that goes over it. */
    private @Nullable Stop breakpoint() {
        long pc = registers[pcSlot];
        if (lastBreak == hart.retired() || !hart.breakpoints().contains(pc)) {
            return null;
        }
        lastBreak = hart.retired();
        return new Stop.Breakpoint(pc);
    }

    /** Executes up to the deadline. */
    private @Nullable Stop execute() {
        failed = Step.UNKNOWN;
        try {
            boolean fast = accelerator.arrive(registers[pcSlot], registers[pcSlot], false);
            while (hart.retired() < hart.deadline()) {
                fast = stretch(fast);
            }
            return null;
        } catch (Abort abort) {
            hart.retire(failed.cycles());
            return trapped(abort, registers[pcSlot], failed);
        } catch (Blocked later) {
            return new Stop.Idle();
        }
    }

    /**
     * Executes some instructions. The JVM compiles what is called often better than what goes round in a loop.
     *
     * @param afterFaster whether the instruction before was executed by faster code
     * @return whether the last one was
     */
    private boolean stretch(boolean afterFaster) {
        Step step = Step.UNKNOWN;
        boolean fast = afterFaster;
        try {
            long pc = registers[pcSlot];
            for (int i = 0; i < STRETCH && hart.retired() < hart.deadline(); i++) {
                step = Step.UNKNOWN;
                step = fetcher.step(pc);
                long following = (pc + step.units()) & pcMask;
                long next = step.run(surroundings, registers, pc, following);
                registers[pcSlot] = next;
                hart.retire(step.cycles());
                if (next != following || fast) { // after faster code, too: what ended it may be over
                    fast = accelerator.arrive(pc, next, next != following);
                    next = fast ? registers[pcSlot] : next;
                }
                pc = next;
            }
            return fast;
        } catch (Abort abort) {
            failed = step;
            throw abort;
        }
    }

    /** The trap's handler is reached by no jump, but often. */
    private @Nullable Stop trapped(Abort abort, long pc, Step step) {
        trapped.set(step.decoding());
        Stop stop = delivery.aborted(abort, (pc + step.units()) & pcMask);
        if (stop == null) {
            accelerator.arrive(pc, registers[pcSlot], true);
        }
        return stop;
    }

    @Override
    public Optional<Stop> reset() {
        accelerator.reset();
        return Optional.ofNullable(delivery.reset());
    }

    @Override
    public Optional<Stop> take(Trap trap, long value) {
        long pc = registers[pcSlot];
        Decoding decoding =
                decode(pc).filter(Decoding.Decoded.class::isInstance).orElse(null);
        int units = decoding == null ? 0 : decoding.units();
        trapped.set(decoding);
        return Optional.ofNullable(delivery.take(trap, value, (pc + units) & pcMask));
    }

    @Override
    public long trapped() {
        return trapped.bits();
    }

    @Override
    public Optional<Decoding> culprit() {
        return trapped.decoding();
    }

    @Override
    public void flush() {
        core.flush();
        lastInterrupt = -1;
        lastBreak = -1;
    }

    @Override
    public EngineStatistics statistics() {
        return new EngineStatistics(steps.forms(), accelerator.statistics(), core.statistics());
    }

    @Override
    public void flush(long address) {
        core.flush(address);
    }

    @Override
    public void moved() {
        core.moved();
    }

    @Override
    public Optional<Translated> translate(Space space, Access access, long address) {
        Mmu mmu = core.mmu(space);
        try {
            return Optional.of(new Translated(mmu.walk(address, access), mmu.holds()));
        } catch (Abort fault) {
            return Optional.empty();
        }
    }

    @Override
    public long physical(long address, Access access, int units) {
        return core.mmu(hart.isa().model().fetch()).physical(address, access, units);
    }

    @Override
    public Optional<Decoding> decode(long address) {
        try {
            return Optional.of(fetcher.decode(address));
        } catch (Abort fault) {
            return Optional.empty();
        }
    }
}
