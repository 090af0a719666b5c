package dev.vmkit.machine.execute;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.hart.AccessObserver;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.machine.hart.PageStatistics;
import dev.vmkit.machine.memory.Access;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What compiled code reaches: its hart, the memory, and what has to be looked at again when it writes a register. */
final class Core {
    final Hart hart;
    final Abort abort = new Abort();
    final Surroundings surroundings = new Surroundings(this);
    private final Map<String, Mmu> mmus = new HashMap<>();
    private final Map<String, Long> decidingInterrupts;
    /** Also looked at by whoever makes translated code. */
    private final Map<String, Watch> watches = new ConcurrentHashMap<>();

    private Steps steps = Steps.NONE;
    private final Listener listener;
    private final List<AccessObserver> observers;
    private long switches;
    private long flushes;

    /** The translation that is being made, if one is. */
    @Nullable
    Translation translating;

    /** Is told of changes of what addresses lead to. */
    interface Listener {
        /** Instructions may come from somewhere else than before. */
        void moved();

        /** Translations of the page around an address, or all, may have changed; {@link #moved} follows. */
        default void flushed(OptionalLong address) {}
    }

    Core(Hart hart, Listener listener) {
        this.hart = hart;
        this.listener = listener;
        this.observers = hart.observers();
        Isa isa = hart.isa();
        for (Space space : isa.model().spaces().values()) {
            mmus.put(space.name(), new Mmu(this, space, hart.space(space.name())));
        }
        this.decidingInterrupts = BitsRead.decidingInterrupts(isa);
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

    /** What a change of a register brings with it. */
    Watch watch(RegisterFile file) {
        return watches.computeIfAbsent(
                file.name(),
                name -> new Watch(this, file, List.copyOf(mmus.values()), decidingInterrupts.getOrDefault(name, 0L)));
    }

    /** The faster way for steps and procedures, if there is one. */
    Steps steps() {
        return steps;
    }

    /** From now on there is one. */
    void steps(Steps faster) {
        steps = faster;
    }

    void rekey(Mmu mmu) {
        switches++;
        mmu.rekey();
        listener.moved();
    }

    /** The translation being made holds for a block of that many bits of address. */
    void holds(long bits) {
        if (translating != null) {
            translating.holds(bits);
        }
    }

    /** Whether somebody is told where accesses lead. */
    boolean isObserved() {
        return !observers.isEmpty();
    }

    /** Those who are told. */
    List<AccessObserver> observers() {
        return observers;
    }

    /** Has every load in the spaces below one be noticed, or no longer. */
    void expose(Translation above, boolean on) {
        for (Mmu mmu : mmus.values()) {
            mmu.expose(above, on);
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
        boolean all = false;
        for (Mmu mmu : mmus.values()) {
            all |= mmu.flush(address);
        }
        listener.flushed(all ? OptionalLong.empty() : OptionalLong.of(address));
        listener.moved();
    }

    /** Forgets translations. */
    void flush() {
        flushes++;
        mmus.values().forEach(Mmu::flush);
        listener.flushed(OptionalLong.empty());
        listener.moved();
    }

    /** Registers were changed by somebody else. */
    void moved() {
        mmus.values().forEach(Mmu::rekey);
        listener.moved();
    }
}
