package dev.vmkit.machine.execute;

import dev.vmkit.language.ir.Function;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.RegisterFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Answers to a question about some functions, by what the registers hold that these read: asked again, they are known. */
final class Answers {
    private static final int MOST = 32;

    private record Answer(long[] state, boolean value) {}

    private final List<Integer> slots = new ArrayList<>();
    private final List<Long> masks = new ArrayList<>();
    private final List<Answer> known = new ArrayList<>();

    /** No answers, to a question about these functions. */
    Answers(IsaModel model, List<Function> functions) {
        Map<String, Long> bits = BitsRead.by(functions);
        for (RegisterFile file : model.registers()) {
            long mask = bits.getOrDefault(file.name(), 0L);
            for (int i = 0; mask != 0 && i < file.count(); i++) {
                slots.add(file.slot() + i);
                masks.add(mask);
            }
        }
    }

    /** The answer as registers are now. */
    boolean ask(long[] registers, BooleanSupplier question) {
        for (Answer answer : known) {
            if (isNow(answer.state, registers)) {
                return answer.value;
            }
        }
        boolean value = question.getAsBoolean();
        if (known.size() == MOST) {
            known.clear();
        }
        known.add(new Answer(state(registers), value));
        return value;
    }

    private boolean isNow(long[] state, long[] registers) {
        for (int i = 0; i < state.length; i++) {
            if (state[i] != (registers[slots.get(i)] & masks.get(i))) {
                return false;
            }
        }
        return true;
    }

    private long[] state(long[] registers) {
        long[] state = new long[slots.size()];
        for (int i = 0; i < state.length; i++) {
            state[i] = registers[slots.get(i)] & masks.get(i);
        }
        return state;
    }
}
