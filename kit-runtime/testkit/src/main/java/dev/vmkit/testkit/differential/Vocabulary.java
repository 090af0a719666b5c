package dev.vmkit.testkit.differential;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.testkit.differential.InstructionPool.Purpose;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The instructions that one program is made of. A program of few kinds of instructions reaches states that one of all kinds
 * hardly ever does.
 */
final class Vocabulary {
    private final RandomGenerator random;
    private final Map<Purpose, List<Instruction>> words = new EnumMap<>(Purpose.class);
    private final List<Purpose> rhythm = new ArrayList<>();

    Vocabulary(InstructionPool pool, RandomGenerator random) {
        this.random = random;
        boolean all = random.nextInt(4) == 0;
        for (Purpose purpose : Purpose.values()) {
            List<Instruction> known = pool.of(purpose);
            if (!known.isEmpty()) {
                words.put(purpose, all ? known : some(known));
            }
        }
        add(Purpose.PLAIN, random.nextInt(4, 12));
        if (random.nextInt(5) > 0) { // otherwise nothing but calculations, in one long block
            add(Purpose.MEMORY, random.nextInt(1, 8));
            add(Purpose.CONTROL, random.nextInt(5));
            add(Purpose.SYSTEM, random.nextInt(3));
        }
        if (rhythm.isEmpty()) {
            rhythm.addAll(words.keySet());
        }
    }

    private List<Instruction> some(List<Instruction> known) {
        List<Instruction> some = new ArrayList<>();
        for (int i = random.nextInt(2, 10); i > 0; i--) {
            some.add(known.get(random.nextInt(known.size())));
        }
        return some;
    }

    private void add(Purpose purpose, int weight) {
        for (int i = 0; i < weight && words.containsKey(purpose); i++) {
            rhythm.add(purpose);
        }
    }

    Instruction next() {
        List<Instruction> choice = words.getOrDefault(rhythm.get(random.nextInt(rhythm.size())), List.of());
        return choice.get(random.nextInt(choice.size()));
    }
}
