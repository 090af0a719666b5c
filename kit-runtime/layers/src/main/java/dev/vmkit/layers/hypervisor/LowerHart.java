package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.ExternBinding;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.HartContext;
import dev.vmkit.machine.hart.Stop;
import dev.vmkit.machine.memory.AddressSpace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The hart that a guest's instructions run on directly. It has the guest's registers while they run, but perhaps not the
 * guest's mode, and addresses lead where the shadow tables say.
 */
final class LowerHart implements Synchronisation.Tables {
    private final Hart guest;
    private final Hart hart;
    private final Deprivileged isa;
    private final ShadowTables tables;
    private final Lowering lowering;
    private final Consumer<long[]> prepared;
    private final OptionalInt reservation;
    private final Beginning beginning;
    private boolean settled;

    /**
     * What ran at a stretch.
     *
     * @param executed instructions that were done
     * @param cycles that went by for them
     * @param unfinished whether an instruction stopped in its middle; it has had no effect
     * @param settled whether it ended because the last one changed what the monitor looks at: tables in use, or what may
     *     interrupt. That is no exit, as a processor with a mode for kernels looks at it itself
     */
    record Stretch(Stop stop, long executed, long cycles, boolean unfinished, boolean settled) {}

    /**
     * A hart below a guest's.
     *
     * @param prepared gets its registers before an instruction that may change what the monitor looks at
     */
    LowerHart(
            Hart guest,
            Deprivileged isa,
            ShadowTables tables,
            Lowering lowering,
            Consumer<long[]> prepared,
            Engine.Factory engine) {
        this.guest = guest;
        this.isa = isa;
        this.tables = tables;
        this.lowering = lowering;
        this.prepared = prepared;
        this.reservation = guest.isa().model().registers().stream()
                .filter(r -> r.role() == RegisterFile.Role.RESERVATION)
                .mapToInt(RegisterFile::slot)
                .findFirst();
        this.hart = new Hart(isa.isa(), spaces(), externs(), engine, HartContext.ALONE);
        this.beginning = new Beginning(hart);
        hart.exits(Set.copyOf(isa.isa().traps()));
    }

    /** Physical addresses are the guest's: only its memory is behind them, as the shadow tables have nothing else. */
    private Map<String, AddressSpace> spaces() {
        Map<String, AddressSpace> spaces = new HashMap<>();
        guest.isa().model().spaces().keySet().forEach(name -> spaces.put(name, guest.space(name)));
        return spaces;
    }

    private Map<String, ExternBinding> externs() {
        Map<String, ExternBinding> externs = new HashMap<>();
        isa.isa().externs().keySet().forEach(name -> externs.put(name, LowerHart::confined));
        for (Space space : guest.isa().model().spaces().values()) {
            externs.put(Deprivileged.lookup(space), tables.lookup(space));
        }
        externs.put(isa.forget().name(), _ -> forget());
        externs.put(isa.prepare().name(), _ -> prepare());
        externs.put(isa.settle().name(), _ -> settle());
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

    /** An instruction begins after which the monitor's tables, or an interrupt, may be other ones. */
    private long prepare() {
        prepared.accept(hart.state().slots());
        return 0;
    }

    /** An instruction ends after which the monitor's tables, or an interrupt, may be other ones. */
    private long settle() {
        settled = true;
        stop();
        return 0;
    }

    /** An instruction begins that may not be finished. */
    private long begin() {
        beginning.remember();
        return 0;
    }

    /** Runs until something stops that, for at most so many instructions. */
    Stretch run(long most) {
        enter();
        settled = false;
        long instructions = hart.retired();
        long cycles = hart.cycles();
        Stop stop = hart.run(most);
        boolean unfinished =
                stop instanceof Stop.Trapped || stop instanceof Stop.Fault || stop instanceof Stop.Unhandled;
        long executed = hart.retired() - instructions - (unfinished ? 1 : 0);
        long passed = hart.cycles() - cycles - (unfinished ? takeBack() : 0);
        leave();
        return new Stretch(stop, executed, passed, unfinished, settled);
    }

    /** Gets the guest's registers, as far as it is to have them. */
    private void enter() {
        long[] registers = hart.state().slots();
        System.arraycopy(guest.state().slots(), 0, registers, 0, isa.root().slot());
        lowering.enter(registers);
        long root = tables.root();
        if (registers[isa.root().slot()] != root) {
            registers[isa.root().slot()] = root;
            hart.engine().moved();
        }
        if (reservation.isPresent() && registers[reservation.getAsInt()] != 0) {
            hart.reserve();
        }
    }

    /** Gives them back. */
    private void leave() {
        long[] registers = guest.state().slots();
        lowering.leave(registers, hart.state().slots());
        boolean reserves = reservation.isPresent()
                && registers[reservation.getAsInt()] != hart.state().slots()[reservation.getAsInt()];
        System.arraycopy(hart.state().slots(), 0, registers, 0, isa.root().slot());
        if (reserves) {
            guest.reserve();
        }
    }

    /** Undoes what was done of an instruction that then stopped; the cycles that were counted for it. */
    private long takeBack() {
        Optional<Instruction> stopped = decoded().map(Decoding.Decoded::instruction);
        return stopped.filter(i -> isa.halfDone().contains(i.id())).isPresent()
                ? beginning.restore()
                : stopped.map(i -> i.form().cycles()).orElse(1);
    }

    /** The instruction that stopped, if it is one. */
    Optional<Decoding.Decoded> decoded() {
        return hart.engine()
                .culprit()
                .filter(Decoding.Decoded.class::isInstance)
                .map(Decoding.Decoded.class::cast);
    }

    @Override
    public void drop(long address) {
        tables.drop(address);
        hart.engine().flush(address);
    }

    @Override
    public void clear() {
        tables.clear();
        hart.engine().flush();
    }

    @Override
    public void stop() {
        hart.limit(hart.retired());
    }
}
