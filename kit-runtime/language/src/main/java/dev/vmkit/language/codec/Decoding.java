package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Instruction;
import java.util.Arrays;
import java.util.Objects;

/** What the decoder made of the bits at an address. */
public sealed interface Decoding {

    /** How many address units were looked at; for an instruction, its size. */
    int units();

    /**
     * An instruction with the values of its operands, in the order of the form's operands: register index, choice code,
     * or number (sign-extended, with step and bias, without relative base). The array is not to be changed.
     */
    record Decoded(Instruction instruction, long[] values, int units) implements Decoding {
        @Override
        public boolean equals(Object o) {
            return o instanceof Decoded d
                    && d.instruction == instruction
                    && d.units == units
                    && Arrays.equals(d.values, values);
        }

        @Override
        public int hashCode() {
            return Objects.hash(System.identityHashCode(instruction), Arrays.hashCode(values));
        }
    }

    /** No form matches; {@code bits} are those looked at, first unit in the ISA's byte order. */
    record Undefined(long bits, int units) implements Decoding {}
}
