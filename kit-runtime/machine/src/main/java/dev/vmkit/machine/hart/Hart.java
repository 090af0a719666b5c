package dev.vmkit.machine.hart;

import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.machine.memory.AddressSpace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One processor: its state, what it is connected to, and the engine that runs it. It never calls up: {@link #run} returns
 * a {@link Stop}, and whoever called decides how to go on.
 */
public final class Hart implements Snapshotable {
    private final Isa isa;
    private final HartState state;
    private final Map<String, AddressSpace> spaces;
    private final Externs externs;
    private final Lines lines;
    private final Optional<Reservation> reservation;
    private final Set<Long> breakpoints = new TreeSet<>();
    private final List<AccessObserver> observers = new ArrayList<>();
    private final Engine engine;
    private Set<Trap> exits = Set.of();
    private long retired;
    private long cycles;
    private long limit;
    private long deadline;
    private boolean waiting;
    private boolean halted;

    /** A hart without a machine around it. */
    public Hart(Isa isa, Map<String, AddressSpace> spaces, Map<String, ExternBinding> externs, Engine.Factory engine) {
        this(isa, spaces, externs, engine, HartContext.ALONE);
    }

    /**
     * A hart in its state after power-on, except that the reset hook did not run yet.
     *
     * @param spaces the physical spaces by name: each of the definition that is not over another one
     * @param externs what each extern does, by name, except those with {@code device: cpu}, which the hart serves
     * @throws IllegalArgumentException if a space or an extern is missing; the message names all that are
     */
    public Hart(
            Isa isa,
            Map<String, AddressSpace> spaces,
            Map<String, ExternBinding> externs,
            Engine.Factory engine,
            HartContext context) {
        this.isa = isa;
        this.state = new HartState(isa.model());
        this.spaces = PhysicalSpaces.behind(isa, spaces);
        this.externs = Externs.bind(isa, externs, this, context);
        this.lines = new Lines(state, context.clock(), this::linesChanged);
        this.reservation = isa.model().registers().stream()
                .filter(r -> r.role() == RegisterFile.Role.RESERVATION)
                .findFirst()
                .map(r -> new Reservation(
                        state.slots(), r.slot(), space(isa.model().fetch().name())));
        state.reset();
        this.engine = engine.create(this);
    }

    public Isa isa() {
        return isa;
    }

    public HartState state() {
        return state;
    }

    public Engine engine() {
        return engine;
    }

    /** The physical space behind a name of the definition; a translated space and the one it is over are the same. */
    public AddressSpace space(String name) {
        return Objects.requireNonNull(spaces.get(name), name);
    }

    /** What an extern of that name does. */
    public ExternBinding extern(String name) {
        return externs.get(name);
    }

    /** Runs for at most {@code budget} instructions, at least 0. */
    public Stop run(long budget) {
        long most = Long.MAX_VALUE - retired;
        limit(retired + Math.min(budget, most));
        return engine.run();
    }

    /**
     * Goes back to the state after power-on and runs the reset hook. Counters go on.
     *
     * @return what stopped the hook, if anything
     */
    public Optional<Stop> reset() {
        state.reset();
        waiting = false;
        halted = false;
        engine.flush();
        lines.show();
        lines.timersChanged();
        return engine.reset();
    }

    /**
     * Like {@link #reset()}, but execution begins at {@code start} whatever the definition says.
     */
    public Optional<Stop> reset(long start) {
        Optional<Stop> stop = reset();
        state.pc(start);
        return stop;
    }

    /** Enters a trap as if the next instruction had raised it; what stops that, if anything. */
    public Optional<Stop> take(Trap trap, long value) {
        return engine.take(trap, value);
    }

    /**
     * Raises or lowers an interrupt line. If the instruction set has a register with the role {@code lines}, that is bit
     * {@code number} of it.
     *
     * @param level the priority; of no meaning where there is such a register
     * @throws IllegalArgumentException if the register has no such bit
     */
    public void setLine(int number, int level, boolean raised) {
        lines.set(new Lines.Line(number, level), raised);
    }

    private void linesChanged() {
        waiting = false;
        attention();
    }

    /** Its interrupt lines. */
    public Lines lines() {
        return lines;
    }

    /** Addresses at which a run stops before it executes. May be changed while the hart stands. */
    public Set<Long> breakpoints() {
        return breakpoints;
    }

    /** Traps that stop a run instead of being taken. */
    public Set<Trap> exits() {
        return exits;
    }

    /** Has these traps, and no others, stop a run instead of being taken. */
    public void exits(Set<Trap> traps) {
        exits = Set.copyOf(traps);
    }

    /** Adds one who is told where accesses lead. Whoever makes an engine for the hart may, before that. */
    public void observe(AccessObserver observer) {
        observers.add(observer);
    }

    /** All who are told. */
    public List<AccessObserver> observers() {
        return Collections.unmodifiableList(observers);
    }

    /** Instructions executed since power-on; a trapping instruction counts as one. */
    public long retired() {
        return retired;
    }

    /** Machine cycles since power-on: those the instructions declare and those they tick. */
    public long cycles() {
        return cycles;
    }

    /** The count of instructions at which the engine must return. */
    public long limit() {
        return limit;
    }

    /** Has the engine return at that count of instructions, or at the next boundary if it has passed. At any time. */
    public void limit(long count) {
        limit = count;
        deadline = Math.min(deadline, count);
    }

    /** It stopped for good, until it is reset. */
    public boolean halted() {
        return halted;
    }

    /** It waits for an interrupt line to change. */
    public boolean waiting() {
        return waiting;
    }

    @Override
    public StateTree save() {
        long[] registers = Arrays.copyOf(state.slots(), isa.model().slots());
        return new HartSnapshot(registers, List.copyOf(lines.raised()), retired, cycles, waiting, halted)
                .write(isa.name(), isa.model().registers());
    }

    @Override
    public void load(StateTree tree) {
        HartSnapshot saved = HartSnapshot.read(tree, isa.name(), isa.model().registers());
        saved.lines().forEach(lines::require);
        System.arraycopy(saved.slots(), 0, state.slots(), 0, saved.slots().length);
        lines.load(saved.lines());
        retired = saved.retired();
        cycles = saved.cycles();
        halted = saved.halted();
        lines.timersChanged();
        waiting = saved.waiting();
        reserve();
        engine.flush();
    }

    /** For engines: the register that holds a reservation was written. */
    public void reserve() {
        reservation.ifPresent(Reservation::set);
    }

    /** For engines: has the next boundary looked at closely; something changed that interrupts depend on. */
    public void attention() {
        deadline = Long.MIN_VALUE;
    }

    /** For engines: the count of instructions up to which nothing needs to be looked at between them. */
    public long deadline() {
        return deadline;
    }

    /** For engines: a register that is a timer was written. */
    public void timersChanged() {
        lines.timersChanged();
    }

    /** For engines: everything was looked at; go on undisturbed until that count or the limit. */
    public void deadline(long count) {
        deadline = Math.min(count, limit);
    }

    /** For engines: one instruction more was executed, which takes that many cycles. */
    public void retire(int itsCycles) {
        retired++;
        cycles += itsCycles;
    }

    /** For engines: so many instructions more were executed, which took so many cycles together. */
    public void retire(long instructions, long theirCycles) {
        retired += instructions;
        cycles += theirCycles;
    }

    /** For engines: more cycles went by. */
    public void tick(long more) {
        cycles += more;
    }

    /**
     * For engines: an instruction waits until a line changes. If the definition does not see them it cannot ask first
     * which are raised, and has waited enough if any is.
     */
    public void await() {
        waiting = lines.visible() || lines.none();
        attention();
    }

    /** For engines: an interrupt is taken, so it waits no longer. */
    public void wake() {
        waiting = false;
    }

    /** For engines: an instruction halted the machine. */
    public void halt() {
        halted = true;
        attention();
    }
}
