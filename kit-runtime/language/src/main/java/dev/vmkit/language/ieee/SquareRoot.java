package dev.vmkit.language.ieee;

/** The square root (IEEE 754-2019, section 5.4.1). */
record SquareRoot(Format format, NaNs nans, Rounder rounder) {
    SquareRoot(Format format, FloatRules rules) {
        this(format, new NaNs(format, rules), new Rounder(format, rules));
    }

    long of(long a, Rounding rounding, StatusFlags flags) {
        if (format.isNaN(a)) {
            return nans.of(a, flags);
        }
        if (format.isZero(a)) {
            return a;
        }
        if (format.isNegative(a)) {
            return nans.invalid(flags);
        }
        if (format.isInfinite(a)) {
            return a;
        }
        int exponent = format.exponent(a);
        // An odd exponent lends a factor of two to the significand: halving the exponent is then exact.
        long root = root(format.significand(a) >>> 1, exponent & 1, format.precision() + 2);
        return rounder.round(false, exponent >> 1, root, rounding, flags);
    }

    /**
     * The first {@code digits} binary digits of the root of a number in [1, 4), moved up to bit 63, with a sticky bit for
     * the rest; digit by digit, as by hand.
     *
     * @param radicand the number with its leading bit in bit 62, before {@code doubled} moves it up by one
     */
    private static long root(long radicand, int doubled, int digits) {
        long pairs = radicand << doubled;
        long rest = 0;
        long root = 0;
        for (int i = 0; i < digits; i++) {
            rest = rest << 2 | pairs >>> 62;
            pairs <<= 2;
            long trial = root << 2 | 1;
            root <<= 1;
            if (rest >= trial) {
                rest -= trial;
                root |= 1;
            }
        }
        return root << (64 - digits) | Sticky.bit(rest | pairs);
    }
}
