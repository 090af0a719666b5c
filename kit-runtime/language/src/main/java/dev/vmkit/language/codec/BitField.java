package dev.vmkit.language.codec;

/**
 * Where some bits of an operand's code lie: {@code width} bits from bit {@code low} of the code are found in the unit
 * numbered {@code unit}, from bit {@code shift} of it.
 */
record BitField(int operand, int unit, int shift, int width, int low) {

    /** The bits of {@code code} that belong here, in their place within the unit. */
    long place(long code) {
        return (code >>> low & ones(width)) << shift;
    }

    /** The bits of a unit that belong to the operand, in their place within its code. */
    long pick(long unitBits) {
        return (unitBits >>> shift & ones(width)) << low;
    }

    /** The lowest {@code width} bits set; {@code width} within [0, 64]. */
    static long ones(int width) {
        return width == 0 ? 0 : -1L >>> (64 - width);
    }
}
