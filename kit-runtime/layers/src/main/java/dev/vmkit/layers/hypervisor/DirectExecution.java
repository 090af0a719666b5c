package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.isa.Privilege;
import dev.vmkit.machine.execute.Accelerator;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.Stop;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Runs a guest's instructions directly on a hart below, without privileges, until one of them needs the monitor. Then the
 * guest's own hart, which holds what the guest believes its processor to be, does that one instruction by the definition's
 * semantics, and the guest runs directly again. So the monitor emulates whatever there is without knowing any of it.
 */
final class DirectExecution implements Accelerator {
    private final Hart guest;
    private final Deprivileged isa;
    private final Manner manner;
    private final ExitLog log;
    private final ShadowTables tables;
    private final LowerHart below;
    private final Synchronisation synchronisation;
    private final Optional<Hypercalls> hypercalls;
    private Optional<Fault> reflected = Optional.empty();
    private long owedAt = -1;
    private long owedPc;

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
        this.tables = new ShadowTables(guest);
        Privilege privilege = guest.isa().model().privilege().orElseThrow();
        this.hypercalls = manner.asking() ? Optional.of(new Hypercalls(guest, log)) : Optional.empty();
        this.below = new LowerHart(guest, isa, tables, manner.lowering(privilege), this::prepare, engine);
        this.synchronisation = manner.sync() == Sync.TRACE && Traces.arePossible(guest.isa())
                ? new Traces(guest, below, log)
                : new Synchronisation.AtFences(below);
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
        hypercalls.ifPresent(calls -> {
            calls.page().give();
            synchronisation.settle(); // the page may lie among tables
        });
        if (tables.areFull() || synchronisation.isFull()) {
            synchronisation.forget();
        }
        LowerHart.Stretch stretch = below.run(guest.deadline() - guest.retired());
        if (stretch.unfinished()) {
            hypercalls.ifPresent(calls -> calls.page().take());
        }
        synchronisation.settle();
        guest.retire(stretch.executed(), stretch.cycles());
        log.ranDirectly(stretch.executed());
        if (stretch.settled()) {
            settle();
        }
        return stretch.stop();
    }

    /** An instruction below may change what is shared: it finds the registers there as the page says. */
    private void prepare(long[] registers) {
        hypercalls.ifPresent(calls -> calls.page().take(registers));
    }

    /** The guest itself changed what decides about its tables and interrupts. */
    private void settle() {
        guest.engine().moved();
        guest.timersChanged();
        guest.attention();
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
        Optional<Decoding.Decoded> instruction = below.decoded();
        if (hypercalls.isPresent() && hypercalls.get().begin(instruction)) {
            return true;
        }
        log.count(
                trapped.trap().equals(isa.callout()) ? Exit.Cause.CALLOUT : manner.trapped(),
                instruction.map(d -> d.instruction().id()).orElse(trapped.trap().name()));
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
        Optional<Engine.Translated> found =
                synchronisation.walk(() -> guest.engine().translate(miss.space(), miss.access(), address));
        if (found.isEmpty()) {
            return Exit.Cause.GUEST_FAULT;
        }
        if (!tables.enter(miss, address, found.get())) {
            return manner.device();
        }
        synchronisation.entered(tables.page(miss.space(), address));
        return Exit.Cause.SHADOW_FAULT;
    }

    @Override
    public void flushed(OptionalLong address) {
        synchronisation.flushed(address);
    }
}
