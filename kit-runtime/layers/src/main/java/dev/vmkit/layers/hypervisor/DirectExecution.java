package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.execute.Accelerator;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.ExternBinding;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.HartContext;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.Access;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.Ram;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Runs a guest's instructions directly on a hart below, without privileges, until one of them needs the monitor. Then the
 * guest's own hart, which holds what the guest believes its processor to be, does that one instruction by the definition's
 * semantics, and the guest runs directly again. So the monitor emulates whatever there is without knowing any of it.
 */
final class DirectExecution implements Accelerator, Synchronisation.Tables {
    private final Hart guest;
    private final Hart below;
    private final Deprivileged isa;
    private final Privilege privilege;
    private final int modeSlot;
    private final Manner manner;
    private final ExitLog log;
    private final Synchronisation synchronisation;
    private final Optional<Hypercalls> hypercalls;
    private Optional<Fault> reflected = Optional.empty();
    private long owedAt = -1;
    private long owedPc;
    private final Roots roots;
    private final Map<String, Shadow> shadows = new LinkedHashMap<>();
    private final OptionalInt reservation;
    private final Beginning beginning;

    /** An access that the guest's own tables did not allow. */
    private record Fault(Deprivileged.Miss miss, long address) {}

    /**
     * A way for one hart of a guest.
     *
     * @param engine runs the hart below
     */
    DirectExecution(Hart guest, Deprivileged isa, Manner manner, Engine.Factory engine, ExitLog log) {
        this.guest = guest;
        this.isa = isa;
        this.manner = manner;
        this.log = log;
        this.privilege = guest.isa().model().privilege().orElseThrow();
        this.modeSlot = privilege.mode().file().slot();
        this.roots = new Roots(guest.isa().model());
        this.reservation = guest.isa().model().registers().stream()
                .filter(r -> r.role() == RegisterFile.Role.RESERVATION)
                .mapToInt(RegisterFile::slot)
                .findFirst();
        this.below = new Hart(isa.isa(), spaces(), externs(), engine, HartContext.ALONE);
        this.beginning = new Beginning(below);
        below.exits(Set.copyOf(isa.isa().traps()));
        this.hypercalls = manner.asking() ? Optional.of(new Hypercalls(guest, log)) : Optional.empty();
        this.synchronisation = manner.sync() == Sync.TRACE && Traces.arePossible(guest.isa())
                ? new Traces(guest, this, log)
                : new Synchronisation.AtFences(this);
    }

    /** Physical addresses are the guest's: only its memory is behind them, as the shadow tables have nothing else. */
    private Map<String, AddressSpace> spaces() {
        Map<String, AddressSpace> spaces = new HashMap<>();
        guest.isa().model().spaces().keySet().forEach(name -> spaces.put(name, guest.space(name)));
        return spaces;
    }

    private Map<String, ExternBinding> externs() {
        Map<String, ExternBinding> externs = new HashMap<>();
        isa.isa().externs().keySet().forEach(name -> externs.put(name, DirectExecution::confined));
        for (Space space : guest.isa().model().spaces().values()) {
            Shadow shadow = new Shadow(guest.space(space.name()).unitBytes());
            shadows.put(space.name(), shadow);
            externs.put(Deprivileged.lookup(space), a -> shadow.find(a[0], a[1], Access.values()[(int) a[2]]));
        }
        externs.put(isa.forget().name(), _ -> forget());
        externs.put(isa.begin().name(), _ -> begin());
        return externs;
    }

    private static long confined(long[] arguments) {
        throw new IllegalStateException("a confined instruction set calls no such extern");
    }

    /** The guest asked its processor to forget translations, in a way that needs no privilege. */
    private long forget() {
        guest.engine().flush();
        return 0;
    }

    /** The hart below begins an instruction that it may not finish. */
    private long begin() {
        beginning.remember();
        return 0;
    }

    @Override
    public void looksAround() {
        hypercalls.ifPresent(calls -> calls.page().takeIfLinesChanged());
    }

    @Override
    public void reset() {
        owedAt = -1;
        reflected = Optional.empty();
        hypercalls.ifPresent(Hypercalls::reset);
    }

    @Override
    public boolean arrive(long from, long to, boolean jumped) {
        if (guest.retired() == owedAt && guest.state().pc() == owedPc) {
            return true; // the instruction that the guest's own hart was to do is still to be done
        }
        owedAt = -1;
        return runs(jumped);
    }

    private boolean runs(boolean jumped) {
        synchronisation.settle();
        boolean went = hypercalls.isPresent() && arrive(hypercalls.get(), jumped);
        while (guest.retired() < guest.deadline()) {
            went = true;
            if (hypercalls.isPresent() && hypercalls.get().inProgress()
                    ? hypercalls.get().step()
                    : !goOn(run())) {
                owedAt = guest.retired();
                owedPc = guest.state().pc();
                return true;
            }
        }
        return went;
    }

    /** A kernel that asked for the return from a fault has most likely mended what was missing. */
    private boolean arrive(Hypercalls calls, boolean jumped) {
        if (calls.arrive(jumped)) {
            reflected.ifPresent(fault -> enter(fault.miss(), fault.address()));
            reflected = Optional.empty();
        }
        return true;
    }

    /** Runs directly until something stops that. */
    private Stop run() {
        enter();
        long instructions = below.retired();
        long cycles = below.cycles();
        Stop stop = below.run(guest.deadline() - guest.retired());
        boolean unfinished =
                stop instanceof Stop.Trapped || stop instanceof Stop.Fault || stop instanceof Stop.Unhandled;
        long executed = below.retired() - instructions - (unfinished ? 1 : 0);
        long passed = below.cycles() - cycles - (unfinished ? takeBack() : 0);
        leave();
        if (unfinished) {
            hypercalls.ifPresent(calls -> calls.page().take());
        }
        synchronisation.settle();
        guest.retire(executed, passed);
        log.ranDirectly(executed);
        return stop;
    }

    /** Gives the hart below the guest's registers, but not its mode if it is to have less. */
    private void enter() {
        hypercalls.ifPresent(calls -> calls.page().give());
        long[] registers = below.state().slots();
        System.arraycopy(guest.state().slots(), 0, registers, 0, isa.root().slot());
        if (manner.lowered()) {
            registers[modeSlot] = registers[modeSlot] & ~privilege.mode().mask()
                    | privilege.user().value() << privilege.mode().range().low();
        }
        long root = root();
        if (registers[isa.root().slot()] != root) {
            registers[isa.root().slot()] = root;
            below.engine().moved();
        }
        if (reservation.isPresent() && registers[reservation.getAsInt()] != 0) {
            below.reserve();
        }
    }

    private long root() {
        if (roots.many() || synchronisation.isFull() || hasFullShadow()) {
            synchronisation.forget();
        }
        return roots.of(guest.state().slots());
    }

    private boolean hasFullShadow() {
        for (Shadow shadow : shadows.values()) {
            if (shadow.isFull()) {
                return true;
            }
        }
        return false;
    }

    private void leave() {
        long[] registers = guest.state().slots();
        long mode = registers[modeSlot] & privilege.mode().mask();
        boolean reserves = reservation.isPresent()
                && registers[reservation.getAsInt()] != below.state().slots()[reservation.getAsInt()];
        System.arraycopy(below.state().slots(), 0, registers, 0, isa.root().slot());
        registers[modeSlot] = registers[modeSlot] & ~privilege.mode().mask() | mode;
        if (reserves) {
            guest.reserve();
        }
    }

    /** Undoes what the hart below did of an instruction that then stopped; the cycles it has counted for it. */
    private long takeBack() {
        Optional<Instruction> stopped = decoded().map(Decoding.Decoded::instruction);
        return stopped.filter(i -> isa.halfDone().contains(i.id())).isPresent()
                ? beginning.restore()
                : stopped.map(i -> i.form().cycles()).orElse(1);
    }

    private Optional<Decoding.Decoded> decoded() {
        return below.engine()
                .culprit()
                .filter(Decoding.Decoded.class::isInstance)
                .map(Decoding.Decoded.class::cast);
    }

    /** Whether the guest can go on directly; otherwise its own hart has to do the next instruction. */
    private boolean goOn(Stop stop) {
        return switch (stop) {
            case Stop.Trapped t -> goOn(t);
            case Stop.Fault f -> {
                log.count(manner.device(), f.access().word());
                yield false;
            }
            case Stop.Budget _ -> true;
            case Stop.Idle _, Stop.Halted _, Stop.Breakpoint _, Stop.Unhandled _ ->
                throw new IllegalStateException("a confined hart does not stop by " + stop);
        };
    }

    private boolean goOn(Stop.Trapped trapped) {
        Deprivileged.Miss miss = isa.misses().get(trapped.trap());
        if (miss != null) {
            return fill(miss, trapped.value());
        }
        if (hypercalls.isPresent() && hypercalls.get().begin(decoded())) {
            return true;
        }
        log.count(
                trapped.trap().equals(isa.callout()) ? Exit.Cause.CALLOUT : manner.trapped(),
                decoded().map(d -> d.instruction().id()).orElse(trapped.trap().name()));
        return false;
    }

    /** Makes the entry that was missing; false if the guest's own hart has to do the access, or to fault. */
    private boolean fill(Deprivileged.Miss miss, long address) {
        Exit.Cause cause = enter(miss, address);
        log.count(cause, miss.access().word());
        if (cause == Exit.Cause.GUEST_FAULT) {
            reflected = Optional.of(new Fault(miss, address));
        }
        return cause == Exit.Cause.SHADOW_FAULT;
    }

    /** Makes an entry, if the guest's own tables lead to memory; what it was that was missing. */
    private Exit.Cause enter(Deprivileged.Miss miss, long address) {
        Shadow shadow = Objects.requireNonNull(shadows.get(miss.space().name()));
        Optional<Engine.Translated> found = synchronisation.derive(
                address & -shadow.pageUnits(), () -> guest.engine().translate(miss.space(), miss.access(), address));
        if (found.isEmpty()) {
            return Exit.Cause.GUEST_FAULT;
        }
        AddressSpace memory = guest.space(miss.space().name());
        long page = found.get().physical() & -shadow.pageUnits();
        if (!lasts(miss.space())
                || !isMemory(memory, page, shadow.pageUnits(), miss.access())
                || found.get().bits() < Long.numberOfTrailingZeros(shadow.pageUnits())) {
            return manner.device();
        }
        shadow.enter(root(), address, miss.access(), page);
        return Exit.Cause.SHADOW_FAULT;
    }

    /** A definition that does not say on what its translation depends wants to be asked each time. */
    private static boolean lasts(Space space) {
        return space.translate().isEmpty() || !space.key().isEmpty();
    }

    private static boolean isMemory(AddressSpace memory, long page, long units, Access access) {
        Mapping mapping = memory.find(page);
        return mapping.contains(page, (int) units)
                && mapping.region() instanceof Ram ram
                && (access != Access.STORE || ram.writable());
    }

    @Override
    public void flushed(OptionalLong address) {
        synchronisation.flushed(address);
    }

    @Override
    public void drop(long address) {
        shadows.values().forEach(shadow -> shadow.drop(address));
        below.engine().flush(address);
    }

    @Override
    public void stop() {
        below.limit(below.retired());
    }

    @Override
    public void clear() {
        roots.clear();
        shadows.values().forEach(Shadow::clear);
        below.engine().flush();
    }
}
