package dev.vmkit.language.ieee;

/** A number other than zero as a whole number and a rest. */
final class IntegralPart {
    private IntegralPart() {}

    /** The whole part of the magnitude {@code significand} x 2^({@code exponent} - 63), whose exponent is at most 63. */
    static long whole(int exponent, long significand) {
        return exponent < 0 ? 0 : significand >>> (63 - exponent);
    }

    /** What is beyond the point, moved up so that a half is bit 63; its lowest bit stands for all below. */
    static long rest(int exponent, long significand) {
        if (exponent < 0) {
            return Sticky.shiftRight(significand, -1 - exponent);
        }
        return exponent == 63 ? 0 : significand << (exponent + 1);
    }

    /** The magnitude rounded to a whole number; its exponent is at most 63. */
    static long rounded(boolean negative, int exponent, long significand, Rounding rounding) {
        long whole = whole(exponent, significand);
        boolean up = rounding.increments(negative, (whole & 1) != 0, rest(exponent, significand));
        return up ? whole + 1 : whole;
    }
}
