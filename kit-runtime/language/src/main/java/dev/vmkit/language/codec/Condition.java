package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Evaluator;
import dev.vmkit.language.ir.Instruction;

/** A form's {@code where}. */
@FunctionalInterface
interface Condition {
    Condition ALWAYS = values -> true;

    /** Whether the values of a form's operands meet it. */
    boolean holds(long[] values);

    static Condition of(Instruction instruction) {
        return instruction
                .where()
                .<Condition>map(where -> values -> Evaluator.holds(where, values))
                .orElse(ALWAYS);
    }
}
