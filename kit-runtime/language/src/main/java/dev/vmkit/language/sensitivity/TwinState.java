package dev.vmkit.language.sensitivity;

import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.RegisterFile;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** What is known at a point of an instruction of two runs of it, or of one of them. */
final class TwinState {
    /** By slot; null is what it was at the beginning. */
    private final @Nullable Twin[] registers;
    /** By slot; null where a local was not assigned yet. */
    private final @Nullable Twin[] locals;

    private final Scenario scenario;
    private final List<RegisterFile> files;

    /** By slot, for all states of a run: what was there at the beginning, where somebody asked. */
    private final @Nullable Twin[] initial;

    /** Where execution goes on, and when: another value after a jump, and after waiting. */
    private Twin onward;
    /** Stands for what is in memory and in devices; another one after a write. */
    private Object memory;

    private boolean memoryDiffers;
    /** Where the run parted from the other one, if it did. */
    private final BitSet partings = new BitSet();

    private final Set<Stmt.Signal.Kind> signals;

    TwinState(Scenario scenario, IsaModel model, int locals) {
        this(
                scenario,
                model.registers(),
                new Twin[model.slots()],
                new Twin[model.slots()],
                new Twin[locals],
                Twin.same(model.pc().width()),
                new Object(),
                EnumSet.noneOf(Stmt.Signal.Kind.class));
    }

    private TwinState(
            Scenario scenario,
            List<RegisterFile> files,
            @Nullable Twin[] initial,
            @Nullable Twin[] registers,
            @Nullable Twin[] locals,
            Twin onward,
            Object memory,
            Set<Stmt.Signal.Kind> signals) {
        this.scenario = scenario;
        this.files = files;
        this.initial = initial;
        this.registers = registers;
        this.locals = locals;
        this.onward = onward;
        this.memory = memory;
        this.signals = signals;
    }

    TwinState copy() {
        TwinState copy = new TwinState(
                scenario, files, initial, registers.clone(), locals.clone(), onward, memory, EnumSet.copyOf(signals));
        copy.memoryDiffers = memoryDiffers;
        copy.partings.or(partings);
        return copy;
    }

    Twin get(RegisterFile file, int index) {
        int slot = file.slot() + index;
        Twin value = registers[slot];
        return value == null ? initial(slot, file, index) : value;
    }

    private Twin initial(int slot, RegisterFile file, int index) {
        Twin known = initial[slot];
        if (known == null) {
            known = scenario.initial(file, index);
            initial[slot] = known;
        }
        return known;
    }

    void set(RegisterFile file, int index, Twin value) {
        boolean zero = file.zero().isPresent() && file.zero().getAsInt() == index;
        if (!zero) {
            registers[file.slot() + index] = value;
        }
    }

    /** Whether a register was written, on whatever path. */
    boolean isWritten(int slot) {
        return registers[slot] != null;
    }

    Twin local(int slot, int width) {
        Twin value = locals[slot];
        return value == null ? Twin.constant(width, 0) : value;
    }

    void local(int slot, Twin value) {
        locals[slot] = value;
    }

    void jump(Twin where) {
        onward = where;
    }

    /** Memory or a device was written; {@code alike} says that both runs wrote the same. */
    void write(boolean alike) {
        memory = new Object();
        memoryDiffers |= !alike;
    }

    boolean memoryDiffers() {
        return memoryDiffers;
    }

    /** Whether the runs go on differently: at other addresses, or one of them only after waiting. */
    boolean onwardDiffers() {
        return !onward.isSame();
    }

    void signal(Stmt.Signal.Kind kind) {
        signals.add(kind);
        if (kind == Stmt.Signal.Kind.WAIT || kind == Stmt.Signal.Kind.HALT) {
            onward = Twin.same(onward.width());
        }
    }

    Set<Stmt.Signal.Kind> signals() {
        return signals;
    }

    /** A copy of this state for one of the runs, which parts from the other one here. */
    TwinState parted(int here) {
        TwinState copy = copy();
        copy.partings.set(here);
        return copy;
    }

    /** Whether the runs parted at one place. */
    boolean partedWith(TwinState other) {
        return partings.intersects(other.partings);
    }

    /** Where the run parted from the other one, by the numbers of places. */
    BitSet partings() {
        return partings;
    }

    /** What is known if it is this state or another one, of the same runs. */
    TwinState join(TwinState other) {
        TwinState joined = merged(other, Twin::join);
        joined.memoryDiffers = memoryDiffers || other.memoryDiffers;
        joined.partings.or(partings);
        joined.partings.or(other.partings);
        return joined;
    }

    /** The state of both runs, of which the first is in this one and the second in {@code other}. */
    TwinState against(TwinState other) {
        TwinState joined = merged(other, Twin::against);
        joined.memoryDiffers = memoryDiffers || other.memoryDiffers || memory != other.memory;
        return joined;
    }

    private TwinState merged(TwinState other, BinaryOperator<Twin> operation) {
        Set<Stmt.Signal.Kind> all = EnumSet.copyOf(signals);
        all.addAll(other.signals);
        Object one = memory == other.memory ? memory : new Object();
        TwinState merged = new TwinState(
                scenario,
                files,
                initial,
                registers.clone(),
                locals.clone(),
                operation.apply(onward, other.onward),
                one,
                all);
        for (RegisterFile file : files) {
            for (int i = 0; i < file.count(); i++) {
                int slot = file.slot() + i;
                if (registers[slot] != other.registers[slot]) {
                    merged.registers[slot] = operation.apply(get(file, i), other.get(file, i));
                }
            }
        }
        for (int i = 0; i < locals.length; i++) {
            merged.locals[i] = merged(locals[i], other.locals[i], operation);
        }
        return merged;
    }

    /** A local that one path did not assign is not looked at after they meet. */
    private static @Nullable Twin merged(@Nullable Twin one, @Nullable Twin other, BinaryOperator<Twin> operation) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.width() == other.width() ? operation.apply(one, other) : one;
    }

    /** Whether the same is known of it. */
    boolean isLike(TwinState other) {
        return Arrays.equals(registers, other.registers)
                && Arrays.equals(locals, other.locals)
                && onward.equals(other.onward)
                && signals.equals(other.signals)
                && partings.equals(other.partings)
                && memoryDiffers == other.memoryDiffers;
    }
}
