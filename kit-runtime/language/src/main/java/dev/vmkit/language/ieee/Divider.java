package dev.vmkit.language.ieee;

/** Division (IEEE 754-2019, section 5.4.1). */
record Divider(Format format, NaNs nans, Rounder rounder) {
    private static final long LOW = 0xFFFF_FFFFL;

    Divider(Format format, FloatRules rules) {
        this(format, new NaNs(format, rules), new Rounder(format, rules));
    }

    long divide(long a, long b, Rounding rounding, StatusFlags flags) {
        boolean negative = format.isNegative(a ^ b);
        if (!format.isFinite(a) || !format.isFinite(b)) {
            return special(a, b, negative, flags);
        }
        if (format.isZero(b)) {
            return byZero(a, negative, flags);
        }
        if (format.isZero(a)) {
            return format.zero(negative);
        }
        long quotient = quotient(format.significand(a) >>> 1, format.significand(b));
        int zeros = Long.numberOfLeadingZeros(quotient); // none or one
        int exponent = format.exponent(a) - format.exponent(b) - zeros;
        return rounder.round(negative, exponent, quotient << zeros, rounding, flags);
    }

    private long special(long a, long b, boolean negative, StatusFlags flags) {
        if (format.isNaN(a) || format.isNaN(b)) {
            return nans.of(a, b, flags);
        }
        if (format.isInfinite(a)) {
            return format.isInfinite(b) ? nans.invalid(flags) : format.infinity(negative);
        }
        return format.zero(negative);
    }

    private long byZero(long a, boolean negative, StatusFlags flags) {
        if (format.isZero(a)) {
            return nans.invalid(flags);
        }
        flags.raise(StatusFlags.DIVIDE_BY_ZERO);
        return format.infinity(negative);
    }

    /**
     * {@code dividend} x 2^64 / {@code divisor} with a sticky bit for the remainder: long division by two digits of 32
     * bits (Knuth, TAOCP 2, 4.3.1, algorithm D). The divisor has its top bit set, the dividend has not.
     */
    private static long quotient(long dividend, long divisor) {
        long first = digit(dividend, divisor);
        long rest = (dividend << 32) - first * divisor;
        long second = digit(rest, divisor);
        long remainder = (rest << 32) - second * divisor;
        return first << 32 | second | Sticky.bit(remainder);
    }

    /** The next digit: {@code rest} x 2^32 / {@code divisor}, where the rest is less than the divisor. */
    private static long digit(long rest, long divisor) {
        long upper = divisor >>> 32;
        long guess = Long.divideUnsigned(rest, upper);
        long over = Long.remainderUnsigned(rest, upper);
        // Too large by two at most, since the lower half of the divisor was left out.
        while (over <= LOW && (guess > LOW || Long.compareUnsigned(guess * (divisor & LOW), over << 32) > 0)) {
            guess--;
            over += upper;
        }
        return guess;
    }
}
