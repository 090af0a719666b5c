package dev.vmkit.machine.execute;

import dev.vmkit.language.ir.Function;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Specialiser;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.PageStatistics;
import dev.vmkit.machine.memory.Access;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What compiled code reaches: its hart, the memory, and what has to be looked at again when it writes a register. */
final class Core {
    final Hart hart;
    final Abort abort = new Abort();
    private final Map<String, Mmu> mmus = new HashMap<>();
    private final Map<String, Long> decidingInterrupts;
    private final Runnable moved;
    private long switches;
    private long flushes;

    /** The translation that is being made, if one is. */
    @Nullable
    Translation translating;

    /**
     * The core of a hart.
     *
     * @param moved told when instructions may come from somewhere else than before
     */
    Core(Hart hart, Runnable moved) {
        this.hart = hart;
        this.moved = moved;
        Isa isa = hart.isa();
        for (Space space : isa.model().spaces().values()) {
            mmus.put(space.name(), new Mmu(this, space, hart.space(space.name())));
        }
        this.decidingInterrupts = isa.pending().map(BitsRead::by).orElse(Map.of());
    }

    Mmu mmu(Space space) {
        return Objects.requireNonNull(mmus.get(space.name()), space.name());
    }

    /** The trap for each kind of access to a space that fails, if the definition has one. */
    @Nullable
    Trap[] faults(Space space) {
        @Nullable Trap[] faults = new @Nullable Trap[Access.values().length];
        for (Access access : Access.values()) {
            String name = space.faults().get(access.word());
            faults[access.ordinal()] = name == null ? null : trap(name).orElse(null);
        }
        return faults;
    }

    Optional<Trap> trap(String name) {
        return hart.isa().traps().stream().filter(t -> t.name().equals(name)).findFirst();
    }

    /** Compiles a function for calls from outside of instructions. */
    Routine routine(Function function) {
        Specialiser.Specialised inlined = Specialiser.inline(function);
        Frame frame = new Frame(hart.state().slots());
        frame.room(Math.max(inlined.locals(), function.parameterWidths().size()));
        return new Routine(function, Compiler.function(this).action(inlined.body()), frame);
    }

    /** Whether a change of these bits of a register brings something with it. */
    boolean isWatched(RegisterFile file, long bits) {
        boolean role = file.role() == RegisterFile.Role.RESERVATION || file.role() == RegisterFile.Role.TIMER;
        long interesting = decidingInterrupts.getOrDefault(file.name(), 0L);
        for (Mmu mmu : mmus.values()) {
            interesting |= mmu.keyBits(file.slot());
        }
        return role || (interesting & bits) != 0;
    }

    /** The action, and then whatever a change of this register brings with it. */
    Action watching(RegisterFile written, Action write) {
        Action watched = write;
        if (written.role() == RegisterFile.Role.RESERVATION) {
            watched = then(watched, hart::reserve);
        }
        if (written.role() == RegisterFile.Role.TIMER) {
            watched = then(watched, hart::timersChanged);
        }
        for (Mmu mmu : mmus.values()) {
            watched = changing(written, mmu.keyBits(written.slot()), watched, () -> rekey(mmu));
        }
        long interrupts = decidingInterrupts.getOrDefault(written.name(), 0L);
        return changing(written, interrupts, watched, hart::attention);
    }

    private static Action then(Action write, Runnable what) {
        return f -> {
            write.run(f);
            what.run();
            return Action.DONE;
        };
    }

    /** The action, and then something if it changed one of these bits. Of a file of registers any write counts. */
    private static Action changing(RegisterFile file, long bits, Action write, Runnable what) {
        if (bits == 0) {
            return write;
        }
        if (file.count() > 1) {
            return then(write, what);
        }
        int slot = file.slot();
        return f -> {
            long before = f.registers[slot];
            write.run(f);
            if (((before ^ f.registers[slot]) & bits) != 0) {
                what.run();
            }
            return Action.DONE;
        };
    }

    private void rekey(Mmu mmu) {
        switches++;
        mmu.rekey();
        moved.run();
    }

    /** The translation being made holds for a block of that many bits of address. */
    void holds(long bits) {
        if (translating != null) {
            translating.holds(bits);
        }
    }

    PageStatistics statistics() {
        return mmus.values().stream()
                .map(Mmu::statistics)
                .reduce(new PageStatistics(0, 0, switches, flushes), PageStatistics::plus);
    }

    /** Forgets translations of one address. */
    void flush(long address) {
        flushes++;
        mmus.values().forEach(mmu -> mmu.flush(address));
        moved.run();
    }

    /** Forgets translations. */
    void flush() {
        flushes++;
        mmus.values().forEach(Mmu::flush);
        moved.run();
    }
}
