package dev.vmkit.language.sensitivity;

import dev.vmkit.language.ir.Stmt;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.StateKind;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What came of an instruction that ran from two states.
 *
 * @param end the runs that completed
 * @param firstTraps, secondTraps what the runs may have raised instead, by name
 * @param completesAlone whether the first run may complete where the second traps
 */
record TwinResult(Flow end, Set<String> firstTraps, Set<String> secondTraps, boolean completesAlone) {
    private static final Map<Stmt.Signal.Kind, String> SIGNALS = Map.of(
            Stmt.Signal.Kind.FLUSH, StateNames.TRANSLATIONS,
            Stmt.Signal.Kind.FLUSH_ADDRESS, StateNames.TRANSLATIONS,
            Stmt.Signal.Kind.WAIT, StateNames.WAITING,
            Stmt.Signal.Kind.HALT, StateNames.HALTING);

    /** Whether the first run may complete. */
    boolean completes() {
        return end.both() != null || end.first() != null;
    }

    /** What controls the processor and is changed where both runs complete. */
    Set<String> controlled(IsaModel model, Scenario scenario) {
        Set<String> names = new LinkedHashSet<>();
        TwinState state = end.both();
        if (state == null) {
            return names;
        }
        for (RegisterFile file : model.registers()) {
            long bits = 0;
            for (int i = 0; i < file.count(); i++) {
                bits |= state.isWritten(file.slot() + i) ? changed(state, file, i, scenario) : 0;
            }
            names.addAll(StateNames.of(file, bits & scenario.privilege().bits(file, StateKind.CONTROLLING)));
        }
        state.signals().stream()
                .flatMap(kind -> Stream.ofNullable(SIGNALS.get(kind)))
                .forEach(names::add);
        return names;
    }

    /** The bits that are neither those of the beginning nor known to be like them. */
    private static long changed(TwinState state, RegisterFile file, int index, Scenario scenario) {
        Twin now = state.get(file, index);
        Twin before = scenario.initial(file, index);
        Twin.Origin origin = now.origin();
        long kept = origin.slot() == file.slot() + index && origin.offset() == 0 ? origin.kept() : 0;
        return file.mask() & ~kept & ~(like(now.first(), before.first()) & like(now.second(), before.second()));
    }

    private static long like(Twin.Half now, Twin.Half before) {
        return now.known() & before.known() & ~(now.bits() ^ before.bits());
    }

    /** What differs where both runs complete; of registers, only bits of these kinds are looked at. */
    Set<String> differences(IsaModel model, Scenario scenario, Set<StateKind> kinds) {
        Set<String> names = new LinkedHashSet<>();
        TwinState state = end.both();
        if (state == null) {
            return names;
        }
        for (RegisterFile file : model.registers()) {
            names.addAll(StateNames.of(file, scenario.privilege().bits(file, kinds) & differing(state, file)));
        }
        addIf(state.memoryDiffers(), StateNames.MEMORY, names);
        addIf(state.onwardDiffers(), StateNames.ONWARD, names);
        return names;
    }

    private static long differing(@Nullable TwinState state, RegisterFile file) {
        long bits = 0;
        for (int i = 0; state != null && i < file.count(); i++) {
            bits |= state.isWritten(file.slot() + i) ? state.get(file, i).differ() : 0;
        }
        return bits;
    }

    private static void addIf(boolean holds, String name, Set<String> names) {
        if (holds) {
            names.add(name);
        }
    }
}
