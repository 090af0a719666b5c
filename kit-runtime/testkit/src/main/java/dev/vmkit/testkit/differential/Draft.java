package dev.vmkit.testkit.differential;

import dev.vmkit.language.ir.Instruction;
import java.util.Arrays;
import java.util.Objects;

/**
 * An instruction that may still lead to somewhere else.
 *
 * @param values of its operands; they may be changed as long as the size stays
 * @param size address units
 */
record Draft(Instruction instruction, long[] values, int size) {
    @Override
    public boolean equals(Object o) {
        return o instanceof Draft d
                && d.instruction == instruction
                && d.size == size
                && Arrays.equals(d.values, values);
    }

    @Override
    public int hashCode() {
        return Objects.hash(instruction.id(), size, Arrays.hashCode(values));
    }
}
