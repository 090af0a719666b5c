package dev.vmkit.language.sensitivity;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Specialiser;
import dev.vmkit.language.ir.Specialiser.Specialised;
import dev.vmkit.language.isa.Operand;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * An instruction form, or the form with one operand fixed that picks something by number: access to a control register
 * depends above all on which one it is.
 *
 * @param operand the place of the operand that is fixed, or -1
 * @param value its value
 * @param name what it names; empty if no operand is fixed
 */
public record InstructionCase(Instruction instruction, int operand, long value, String name) {
    /** What the cases of numbers without a name are called. */
    public static final String OTHERS = "any other";

    /** All cases of a form: one for each number that has a name, and two for those that have none. */
    static List<InstructionCase> of(Instruction instruction) {
        int named = named(instruction);
        return named >= 0
                ? named(instruction, named, (Operand.Immediate)
                        instruction.form().operands().get(named))
                : List.of(new InstructionCase(instruction, -1, 0, ""));
    }

    /** The case of an instruction with these operands. */
    static InstructionCase of(Instruction instruction, long[] operands) {
        int named = named(instruction);
        return new InstructionCase(instruction, named, named >= 0 ? operands[named] : 0, "");
    }

    /** The place of the operand that picks something by number, or -1. */
    private static int named(Instruction instruction) {
        List<Operand> operands = instruction.form().operands();
        for (int i = 0; i < operands.size(); i++) {
            if (operands.get(i) instanceof Operand.Immediate immediate
                    && !immediate.names().isEmpty()) {
                return i;
            }
        }
        return -1;
    }

    /** The lowest and the highest number without a name stand for all of those. */
    private static List<InstructionCase> named(Instruction instruction, int operand, Operand.Immediate immediate) {
        List<InstructionCase> cases = new ArrayList<>();
        for (Map.Entry<String, Long> each : immediate.names().entrySet()) {
            cases.add(new InstructionCase(instruction, operand, each.getValue(), each.getKey()));
        }
        long last = (1L << Math.min(62, immediate.codeWidth())) - 1;
        long low = 0;
        long high = last;
        while (low < last && immediate.names().containsValue(low)) {
            low++;
        }
        while (high > 0 && immediate.names().containsValue(high)) {
            high--;
        }
        cases.add(new InstructionCase(instruction, operand, low, OTHERS));
        cases.add(new InstructionCase(instruction, operand, high, OTHERS));
        return cases;
    }

    /** The form's id. */
    public String id() {
        return instruction.id();
    }

    /** What it does, calls inlined. */
    public Specialised body() {
        long[] values = new long[instruction.form().operands().size()];
        if (operand >= 0) {
            values[operand] = value;
        }
        return Specialiser.specialise(instruction, values, place -> place == operand);
    }

    @Override
    public String toString() {
        return name.isEmpty() ? id() : id() + " " + name;
    }
}
