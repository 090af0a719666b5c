package dev.vmkit.testkit.differential;

import dev.vmkit.language.codec.Encoder;
import dev.vmkit.language.codec.OperandDomain;
import dev.vmkit.language.ir.Effects;
import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** The instructions of an instruction set by what they do, each with operand values that its form can hold. */
final class InstructionPool {
    private static final int SAMPLES = 48;
    private static final int MOST_TRIED = 1 << 12;
    private static final long SEED = 20261125;

    /** What an instruction is for, as a program is concerned. */
    enum Purpose {
        CONTROL,
        MEMORY,
        SYSTEM,
        PLAIN
    }

    private final Isa isa;
    private final Encoder encoder;
    private final Map<Purpose, List<Instruction>> byPurpose = new EnumMap<>(Purpose.class);
    private final Map<Instruction, List<long[]>> samples = new IdentityHashMap<>();

    InstructionPool(Isa isa) {
        this.isa = isa;
        this.encoder = Encoder.of(isa);
        isa.instructions().stream()
                .filter(i -> !samples(i).isEmpty())
                .forEach(i -> byPurpose
                        .computeIfAbsent(purpose(i.effects()), _ -> new ArrayList<>())
                        .add(i));
    }

    private static Purpose purpose(Effects effects) {
        if (effects.callsExterns() || !effects.signals().isEmpty()) {
            return Purpose.SYSTEM;
        }
        if (effects.mayJump()) {
            return Purpose.CONTROL;
        }
        return effects.mayLoad() || effects.mayStore() ? Purpose.MEMORY : Purpose.PLAIN;
    }

    Isa isa() {
        return isa;
    }

    Encoder encoder() {
        return encoder;
    }

    /** Whether there is no instruction at all. */
    boolean isEmpty() {
        return byPurpose.isEmpty();
    }

    List<Instruction> of(Purpose purpose) {
        return byPurpose.getOrDefault(purpose, List.of());
    }

    /** Some combinations of operand values, corners among them; none if there are hardly any. Not to be changed. */
    List<long[]> samples(Instruction instruction) {
        return samples.computeIfAbsent(instruction, this::draw);
    }

    private List<long[]> draw(Instruction instruction) {
        List<long[]> all = OperandDomain.of(isa, instruction)
                .values(SAMPLES, SEED)
                .limit(MOST_TRIED)
                .toList();
        int step = Math.max(1, all.size() / SAMPLES);
        List<long[]> chosen = new ArrayList<>();
        for (int i = 0; i < all.size(); i += step) {
            chosen.add(all.get(i));
        }
        return chosen;
    }
}
