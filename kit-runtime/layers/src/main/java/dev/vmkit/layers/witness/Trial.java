package dev.vmkit.layers.witness;

import dev.vmkit.language.isa.Privilege;
import dev.vmkit.language.isa.Privilege.Mode;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.StateKind;
import dev.vmkit.language.sensitivity.ModePair;
import dev.vmkit.language.sensitivity.StateNames;
import dev.vmkit.layers.witness.Ending.Completed;
import dev.vmkit.layers.witness.Ending.Trapped;
import java.util.LinkedHashSet;
import java.util.Set;

/** Asks whether a state shows a claim, by running the instruction from it and from one that differs in a single thing. */
final class Trial {
    private static final Set<StateKind> USER = Set.of(StateKind.USER);

    private final Bench bench;
    private final Privilege privilege;
    private final ModePair pair;

    Trial(Bench bench, Privilege privilege, ModePair pair) {
        this.bench = bench;
        this.privilege = privilege;
        this.pair = pair;
    }

    Bench bench() {
        return bench;
    }

    Privilege privilege() {
        return privilege;
    }

    ModePair pair() {
        return pair;
    }

    /** What the state shows of the claim, by name; nothing if it does not. */
    Set<String> shown(Claim claim, Start state, Twist twist) {
        return switch (claim.kind()) {
            case PRIVILEGED -> privileged(run(state, pair.low()), run(state, pair.high()));
            case MODE -> different(run(state, pair.low()), run(state, pair.high()));
            case CONTROL -> control(claim, state);
            case LOCATION, RESOURCE -> revealed(run(state, claim.mode()), run(twist.of(state), claim.mode()));
        };
    }

    /** What comes of the instruction in a mode. */
    Ending run(Start state, Mode mode) {
        return bench.run(in(state, mode));
    }

    /** The state in another mode. */
    Start in(Start state, Mode mode) {
        Privilege.Bits bits = privilege.mode();
        Registers.Register register =
                bench.registers().named(bits.file().names().getFirst());
        long value = state.registers().getOrDefault(register.name(), register.reset());
        return state.with(
                register.name(),
                value & ~bits.mask() | mode.value() << bits.range().low());
    }

    private static Set<String> privileged(Ending low, Ending high) {
        return low instanceof Trapped t && high instanceof Completed ? Set.of(t.trap()) : Set.of();
    }

    private Set<String> different(Ending low, Ending high) {
        if (low instanceof Completed && high instanceof Trapped t) {
            return Set.of(t.trap());
        }
        return low instanceof Completed l && high instanceof Completed h
                ? differences(l, h, StateKind.BESIDES_MODE)
                : Set.of();
    }

    private Set<String> control(Claim claim, Start state) {
        if (!(run(state, claim.mode()) instanceof Completed end)
                || claim.silent() && !(run(state, pair.low()) instanceof Completed)) {
            return Set.of();
        }
        long[] before = bench.slots(in(state, claim.mode()));
        Set<String> names = changes(before, end.slots(), StateKind.CONTROLLING);
        addIf(end.flushes(), StateNames.TRANSLATIONS, names);
        addIf(end.waits(), StateNames.WAITING, names);
        addIf(end.halts(), StateNames.HALTING, names);
        return names;
    }

    private Set<String> revealed(Ending one, Ending other) {
        return one instanceof Completed a && other instanceof Completed b ? differences(a, b, USER) : Set.of();
    }

    private Set<String> differences(Completed a, Completed b, Set<StateKind> kinds) {
        Set<String> names = changes(a.slots(), b.slots(), kinds);
        int pc = bench.isa().model().pc().slot();
        addIf(a.memory() != b.memory(), StateNames.MEMORY, names);
        addIf(
                a.slots()[pc] != b.slots()[pc] || a.waits() != b.waits() || a.halts() != b.halts(),
                StateNames.ONWARD,
                names);
        return names;
    }

    private Set<String> changes(long[] before, long[] after, Set<StateKind> kinds) {
        Set<String> names = new LinkedHashSet<>();
        for (RegisterFile file : bench.isa().model().registers()) {
            long changed = 0;
            for (int i = 0; i < file.count() && !file.isPc(); i++) {
                changed |= before[file.slot() + i] ^ after[file.slot() + i];
            }
            names.addAll(StateNames.of(file, changed & privilege.bits(file, kinds)));
        }
        return names;
    }

    private static void addIf(boolean holds, String name, Set<String> names) {
        if (holds) {
            names.add(name);
        }
    }
}
