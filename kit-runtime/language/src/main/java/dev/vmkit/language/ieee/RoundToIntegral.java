package dev.vmkit.language.ieee;

/** The nearest whole number in the same format: roundToIntegralExact (IEEE 754-2019, section 5.3.1). */
record RoundToIntegral(Format format, NaNs nans, Rounder rounder) {
    RoundToIntegral(Format format, FloatRules rules) {
        this(format, new NaNs(format, rules), new Rounder(format, rules));
    }

    long of(long a, Rounding rounding, StatusFlags flags) {
        if (format.isNaN(a)) {
            return nans.of(a, flags);
        }
        if (!format.isFinite(a) || format.isZero(a) || format.exponent(a) >= format.precision() - 1) {
            return a;
        }
        boolean negative = format.isNegative(a);
        int exponent = format.exponent(a);
        long significand = format.significand(a);
        if (IntegralPart.rest(exponent, significand) != 0) {
            flags.raise(StatusFlags.INEXACT);
        }
        long whole = IntegralPart.rounded(negative, exponent, significand, rounding);
        int zeros = Long.numberOfLeadingZeros(whole);
        return whole == 0
                ? format.zero(negative)
                : rounder.round(negative, 63 - zeros, whole << zeros, rounding, flags);
    }
}
