package dev.vmkit.language.ieee;

/** Multiplication (IEEE 754-2019, section 5.4.1). */
record Multiplier(Format format, NaNs nans, Rounder rounder) {
    Multiplier(Format format, FloatRules rules) {
        this(format, new NaNs(format, rules), new Rounder(format, rules));
    }

    long multiply(long a, long b, Rounding rounding, StatusFlags flags) {
        boolean negative = format.isNegative(a ^ b);
        if (!format.isFinite(a) || !format.isFinite(b)) {
            return special(a, b, negative, flags);
        }
        if (format.isZero(a) || format.isZero(b)) {
            return format.zero(negative);
        }
        Wide product = Wide.product(format.significand(a), format.significand(b));
        int zeros = product.leadingZeros(); // none or one
        int exponent = format.exponent(a) + format.exponent(b) + 1 - zeros;
        return rounder.round(negative, exponent, product.shiftLeft(zeros).highSticky(), rounding, flags);
    }

    private long special(long a, long b, boolean negative, StatusFlags flags) {
        if (format.isNaN(a) || format.isNaN(b)) {
            return nans.of(a, b, flags);
        }
        return format.isZero(a) || format.isZero(b) ? nans.invalid(flags) : format.infinity(negative);
    }
}
