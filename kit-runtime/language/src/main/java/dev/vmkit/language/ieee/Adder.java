package dev.vmkit.language.ieee;

/** Addition and subtraction (IEEE 754-2019, section 5.4.1). */
record Adder(Format format, NaNs nans, Rounder rounder) {
    Adder(Format format, FloatRules rules) {
        this(format, new NaNs(format, rules), new Rounder(format, rules));
    }

    long subtract(long a, long b, Rounding rounding, StatusFlags flags) {
        return format.isNaN(b) ? nans.of(a, b, flags) : add(a, b ^ format.sign(), rounding, flags);
    }

    long add(long a, long b, Rounding rounding, StatusFlags flags) {
        if (!format.isFinite(a) || !format.isFinite(b)) {
            return special(a, b, flags);
        }
        if (format.isZero(a) || format.isZero(b)) {
            return withZero(a, b, rounding);
        }
        return format.magnitude(a) < format.magnitude(b)
                ? ordered(b, a, rounding, flags)
                : ordered(a, b, rounding, flags);
    }

    private long special(long a, long b, StatusFlags flags) {
        if (format.isNaN(a) || format.isNaN(b)) {
            return nans.of(a, b, flags);
        }
        boolean opposite = format.isInfinite(a) && format.isInfinite(b) && a != b;
        if (opposite) {
            return nans.invalid(flags);
        }
        return format.isInfinite(a) ? a : b;
    }

    private long withZero(long a, long b, Rounding rounding) {
        if (format.isZero(a) && format.isZero(b)) {
            return a == b ? a : cancelled(format, rounding);
        }
        return format.isZero(a) ? b : a;
    }

    /** The zero that is the sum of a number and its opposite (section 6.3). */
    static long cancelled(Format format, Rounding rounding) {
        return format.zero(rounding == Rounding.DOWNWARD);
    }

    /** The sum of two numbers, the first not smaller in magnitude. One bit at the top is left for the carry. */
    private long ordered(long large, long small, Rounding rounding, StatusFlags flags) {
        int exponent = format.exponent(large);
        long aligned = Sticky.shiftRight(format.significand(small) >>> 1, exponent - format.exponent(small));
        long first = format.significand(large) >>> 1;
        boolean negative = format.isNegative(large);
        long sum = negative == format.isNegative(small) ? first + aligned : first - aligned;
        if (sum == 0) {
            return cancelled(format, rounding);
        }
        int zeros = Long.numberOfLeadingZeros(sum);
        return rounder.round(negative, exponent + 1 - zeros, sum << zeros, rounding, flags);
    }
}
