package dev.vmkit.language.codec;

import java.util.List;

/** A part of an encoding: some units whose number is known, or a LEB128 operand. */
sealed interface Stretch {

    /**
     * Units of known number.
     *
     * @param masks for each unit the bits that are fixed
     * @param values for each unit the value of its fixed bits
     * @param fields where the operands' bits lie; a field's unit counts from the start of this stretch
     */
    record Units(long[] masks, long[] values, List<BitField> fields) implements Stretch {
        public Units {
            fields = List.copyOf(fields);
        }

        int count() {
            return masks.length;
        }
    }

    /** An operand in LEB128, one byte a unit. */
    record LebBytes(int operand, int width, boolean signed) implements Stretch {}
}
