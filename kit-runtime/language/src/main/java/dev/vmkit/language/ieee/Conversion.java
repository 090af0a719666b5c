package dev.vmkit.language.ieee;

/** Conversion between formats: convertFormat (IEEE 754-2019, section 5.4.2). */
record Conversion(Format from, Format to, FloatRules rules, Rounder rounder) {
    Conversion(Format from, Format to, FloatRules rules) {
        this(from, to, rules, new Rounder(to, rules));
    }

    long convert(long a, Rounding rounding, StatusFlags flags) {
        boolean negative = from.isNegative(a);
        if (from.isNaN(a)) {
            return nan(new NaNs(from, rules).of(a, flags));
        }
        if (from.isInfinite(a)) {
            return to.infinity(negative);
        }
        if (from.isZero(a)) {
            return to.zero(negative);
        }
        return rounder.round(negative, from.exponent(a), from.significand(a), rounding, flags);
    }

    /** The quiet NaN with as much of the upper end of its payload as there is room for. */
    private long nan(long quiet) {
        long payload = quiet << (64 - from.precision() + 1) >>> (64 - to.precision() + 1);
        return to.infinity(from.isNegative(quiet)) | payload;
    }
}
