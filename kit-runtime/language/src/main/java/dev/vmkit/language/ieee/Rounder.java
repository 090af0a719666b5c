package dev.vmkit.language.ieee;

/** Brings an exact result to a format: rounds, packs, and raises overflow, underflow and inexact. */
record Rounder(Format format, FloatRules rules) {

    /**
     * The number nearest to {@code significand} x 2^({@code exponent} - 63) in the direction of rounding.
     *
     * @param significand its bit 63 is set; its lowest bit may stand for any bits below
     */
    long round(boolean negative, int exponent, long significand, Rounding rounding, StatusFlags flags) {
        if (exponent < format.smallestExponent()) {
            return subnormal(negative, exponent, significand, rounding, flags);
        }
        long kept = kept(negative, significand, rounding);
        // The leading bit of the significand adds one to the exponent field, and so does a carry out of rounding.
        long magnitude = (exponent + format.bias() - 1L << (format.precision() - 1)) + kept;
        if (exponent > format.bias() || magnitude >= format.infinity(false)) {
            flags.raise(StatusFlags.OVERFLOW | StatusFlags.INEXACT);
            return rounding.overflowsToInfinity(negative) ? format.infinity(negative) : format.largest(negative);
        }
        if (rest(significand) != 0) {
            flags.raise(StatusFlags.INEXACT);
        }
        return format.zero(negative) | magnitude;
    }

    private long subnormal(boolean negative, int exponent, long significand, Rounding rounding, StatusFlags flags) {
        long shifted = Sticky.shiftRight(significand, format.smallestExponent() - exponent);
        if (rest(shifted) != 0) {
            boolean tiny = rules.tininess() == FloatRules.Tininess.BEFORE_ROUNDING
                    || exponent < format.smallestExponent() - 1
                    || kept(negative, significand, rounding) >>> format.precision() == 0;
            flags.raise(tiny ? StatusFlags.UNDERFLOW | StatusFlags.INEXACT : StatusFlags.INEXACT);
        }
        return format.zero(negative) | kept(negative, shifted, rounding);
    }

    /** The upper bits, as many as the format's precision, rounded; one more if rounding carries. */
    private long kept(boolean negative, long significand, Rounding rounding) {
        long cut = significand >>> (64 - format.precision());
        return rounding.increments(negative, (cut & 1) != 0, rest(significand)) ? cut + 1 : cut;
    }

    /** The bits below those kept, moved up so that a half is bit 63. */
    private long rest(long significand) {
        return significand << format.precision();
    }
}
