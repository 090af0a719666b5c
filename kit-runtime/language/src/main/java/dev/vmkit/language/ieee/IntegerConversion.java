package dev.vmkit.language.ieee;

/**
 * Conversion to and from integers in two's complement or unsigned: convertToIntegerExact, convertFromInt (IEEE 754-2019,
 * sections 5.4.1 and 5.8).
 *
 * @param width bits of the integer, 32 or 64
 */
record IntegerConversion(Format format, int width, boolean signed, Rounder rounder) {
    IntegerConversion(Format format, int width, boolean signed, FloatRules rules) {
        this(format, width, signed, new Rounder(format, rules));
    }

    long fromInteger(long integer, Rounding rounding, StatusFlags flags) {
        long value = signed ? integer << (64 - width) >> (64 - width) : integer;
        if (value == 0) {
            return 0;
        }
        boolean negative = signed && value < 0;
        long magnitude = negative ? -value : value;
        int zeros = Long.numberOfLeadingZeros(magnitude);
        return rounder.round(negative, 63 - zeros, magnitude << zeros, rounding, flags);
    }

    /** What does not fit becomes the nearest integer that does, a NaN the largest, and raises invalid. */
    long toInteger(long a, Rounding rounding, StatusFlags flags) {
        boolean negative = format.isNegative(a);
        if (format.isZero(a)) {
            return 0;
        }
        if (!format.isFinite(a) || format.exponent(a) > 63) {
            return outOfRange(negative && !format.isNaN(a), flags);
        }
        int exponent = format.exponent(a);
        long significand = format.significand(a);
        long magnitude = IntegralPart.rounded(negative, exponent, significand, rounding);
        if (Long.compareUnsigned(magnitude, largest(negative)) > 0) {
            return outOfRange(negative, flags);
        }
        if (IntegralPart.rest(exponent, significand) != 0) {
            flags.raise(StatusFlags.INEXACT);
        }
        return (negative ? -magnitude : magnitude) & mask();
    }

    /** The largest magnitude of an integer of that sign. */
    private long largest(boolean negative) {
        if (!signed) {
            return negative ? 0 : mask();
        }
        return negative ? 1L << (width - 1) : mask() >>> 1;
    }

    private long outOfRange(boolean negative, StatusFlags flags) {
        flags.raise(StatusFlags.INVALID);
        long magnitude = largest(negative);
        return (negative ? -magnitude : magnitude) & mask();
    }

    private long mask() {
        return -1L >>> (64 - width);
    }
}
