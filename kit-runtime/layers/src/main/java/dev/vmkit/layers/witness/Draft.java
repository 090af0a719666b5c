package dev.vmkit.layers.witness;

import dev.vmkit.language.codec.Encoder;
import dev.vmkit.language.codec.OperandDomain;
import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.isa.RegisterFile;
import dev.vmkit.language.isa.StateKind;
import dev.vmkit.language.sensitivity.InstructionCase;
import dev.vmkit.layers.witness.Registers.Register;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Draws states for one instruction. */
final class Draft {
    private static final int SAMPLES = 64;

    private final Trial trial;
    private final InstructionCase what;
    private final Corners corners;
    private final List<Map<String, Long>> permissions;
    private final List<long[]> operands;
    private final Set<String> mentioned;
    private final boolean wild;
    private final Encoder encoder;

    /** @param wild whether any register may hold anything, and not only those that the instruction looks at */
    Draft(
            Trial trial,
            InstructionCase what,
            Encoder encoder,
            List<Map<String, Long>> permissions,
            Corners corners,
            boolean wild) {
        this.trial = trial;
        this.what = what;
        this.encoder = encoder;
        this.corners = corners;
        this.permissions = permissions;
        this.wild = wild;
        this.mentioned = wild
                ? trial.bench().registers().names()
                : Mentions.of(what.body().body());
        this.operands = OperandDomain.of(trial.bench().isa(), what.instruction())
                .values(SAMPLES, SAMPLES)
                .map(this::fixed)
                .filter(values -> encoder.misfit(what.instruction(), values).isEmpty())
                .limit(4096)
                .toList();
    }

    private long[] fixed(long[] values) {
        long[] own = values.clone();
        if (what.operand() >= 0) {
            own[what.operand()] = what.value();
        }
        return own;
    }

    /** A state, and the operands it has the instruction with. */
    record Drawn(Start start, long[] operands) {}

    /** Another one; nothing if no operands fit the instruction. */
    Optional<Drawn> next() {
        if (operands.isEmpty()) {
            return Optional.empty();
        }
        long[] values = withZero(operands.get(corners.random().nextInt(operands.size())));
        Map<String, Long> registers =
                new LinkedHashMap<>(permissions.get(corners.random().nextInt(permissions.size())));
        for (String name : interesting(values)) {
            Register register = trial.bench().registers().named(name);
            if (!corners.oneIn(3) && !(isLocation(register.file()) && (wild || corners.oneIn(2)))) {
                registers.put(name, register.cut(corners.value(register.file().width())));
            }
        }
        List<Long> code = Arrays.stream(encoder.encode(what.instruction(), values))
                .boxed()
                .toList();
        long memory = corners.oneIn(2) ? 0 : corners.value(trial.bench().wordBits());
        return Optional.of(new Drawn(new Start(code, registers, memory, 0), values));
    }

    /** Sometimes with 0 for an operand, which often means that nothing is written. */
    private long[] withZero(long[] values) {
        int place = values.length == 0 ? 0 : corners.random().nextInt(values.length);
        if (values.length == 0 || place == what.operand() || !corners.oneIn(2)) {
            return values;
        }
        long[] others = values.clone();
        others[place] = 0;
        return encoder.misfit(what.instruction(), others).isEmpty() ? others : values;
    }

    /** What the instruction looks at: registers that it names, and those that its operands name. */
    private Set<String> interesting(long[] values) {
        Set<String> names = new LinkedHashSet<>(mentioned);
        List<Operand> declared = what.instruction().form().operands();
        for (int i = 0; i < declared.size(); i++) {
            if (declared.get(i) instanceof Operand.Register r && r.file().count() > values[i] && values[i] >= 0) {
                names.add(
                        r.file().count() == 1
                                ? r.file().name()
                                : r.file().names().get((int) values[i]));
            }
        }
        return names;
    }

    private boolean isLocation(RegisterFile file) {
        return trial.privilege().bits(file, StateKind.LOCATION) != 0;
    }

    /** A difference that a claim speaks of: of one register that the instruction names, or of the clock. */
    Twist twist(Claim claim) {
        Set<StateKind> kinds = claim.kind() == Claim.Kind.LOCATION ? Set.of(StateKind.LOCATION) : StateKind.RESOURCES;
        List<Register> varied = mentioned.stream()
                .map(trial.bench().registers()::named)
                .filter(r -> trial.privilege().bits(r.file(), kinds) != 0)
                .toList();
        boolean mayBeTime = claim.kind() == Claim.Kind.RESOURCE && (varied.isEmpty() || corners.oneIn(3));
        if (mayBeTime) {
            return new Twist.Time(1 + corners.random().nextInt(1000));
        }
        if (varied.isEmpty() || claim.kind() == Claim.Kind.CONTROL || claim.kind() == Claim.Kind.MODE) {
            return new Twist.Nothing();
        }
        Register register = varied.get(corners.random().nextInt(varied.size()));
        long bits = trial.privilege().bits(register.file(), kinds);
        return new Twist.Value(register, bits, corners.value(register.file().width()));
    }
}
