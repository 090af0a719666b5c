package dev.vmkit.language.codec;

import dev.vmkit.language.isa.Operand;
import dev.vmkit.language.isa.Operand.Format;
import dev.vmkit.language.isa.Operand.Relative;

/** The number that is written for an operand, and the operand's value: the two differ for relative and upper ones. */
final class OperandText {
    /** The least number of bits of which an upper immediate is the upper part. */
    private static final int UPPER_WIDTH = 32;

    private OperandText() {}

    /**
     * The value for a number that is written.
     *
     * @param pc the address of the instruction
     * @param next the address after it
     * @param addressWidth bits of an address, in which distances wrap
     */
    static long value(Operand operand, long written, long pc, long next, int addressWidth) {
        if (!(operand instanceof Operand.Immediate i)) {
            return written;
        }
        if (i.relative() != Relative.NONE) {
            long distance = written - (i.relative() == Relative.PC ? pc : next) - i.bias();
            long direction = Long.signum(i.step()); // the code counts that way, and wraps as it counts
            return direction * wrap(direction * distance, addressWidth, i.signed()) + i.bias();
        }
        return i.format() == Format.UPPER ? upper(i, written) : written;
    }

    /** {@code 0xFFFFF} is the upper part of -4096 where 32 bits are meant. */
    private static long upper(Operand.Immediate i, long written) {
        int width = Math.max(UPPER_WIDTH, i.width());
        int shift = Long.numberOfTrailingZeros(i.step());
        boolean fits = written >>> (width - shift) == 0;
        return fits && i.signed() ? wrap(written << shift, width, true) : written << shift;
    }

    /** The number that is written for a value; the inverse of {@link #value}. */
    static long written(Operand operand, long value, long pc, long next, int addressWidth) {
        if (!(operand instanceof Operand.Immediate i)) {
            return value;
        }
        if (i.relative() != Relative.NONE) {
            return wrap(value + (i.relative() == Relative.PC ? pc : next), addressWidth, false);
        }
        if (i.format() == Format.UPPER) {
            return wrap(value, Math.max(UPPER_WIDTH, i.width()), false) >>> Long.numberOfTrailingZeros(i.step());
        }
        return value;
    }

    private static long wrap(long value, int width, boolean signed) {
        return signed ? value << (64 - width) >> (64 - width) : value & BitField.ones(width);
    }
}
