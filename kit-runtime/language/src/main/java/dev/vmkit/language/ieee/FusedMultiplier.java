package dev.vmkit.language.ieee;

/** Multiplication and addition with one rounding: fusedMultiplyAdd (IEEE 754-2019, section 5.4.1). */
record FusedMultiplier(Format format, NaNs nans, Rounder rounder) {
    FusedMultiplier(Format format, FloatRules rules) {
        this(format, new NaNs(format, rules), new Rounder(format, rules));
    }

    /** a x b + c. */
    long multiplyAdd(long a, long b, long c, Rounding rounding, StatusFlags flags) {
        boolean negative = format.isNegative(a ^ b);
        boolean zero = format.isZero(a) || format.isZero(b);
        if (!format.isFinite(a) || !format.isFinite(b) || !format.isFinite(c)) {
            return special(a, b, c, negative, flags);
        }
        if (zero && format.isZero(c)) {
            return format.zero(negative) == c ? c : Adder.cancelled(format, rounding);
        }
        return zero ? c : sum(negative, a, b, c, rounding, flags);
    }

    private long special(long a, long b, long c, boolean negative, StatusFlags flags) {
        boolean none = format.isInfinite(a) && format.isZero(b) || format.isZero(a) && format.isInfinite(b);
        if (none) {
            // Invalid even where c is a quiet NaN, which section 7.2 leaves open.
            flags.raise(StatusFlags.INVALID);
            return nans.of(c, format.canonicalNaN(), flags);
        }
        if (format.isNaN(a) || format.isNaN(b)) {
            long nan = nans.of(a, b, flags);
            return format.isNaN(c) ? keeping(nan, c, flags) : nan;
        }
        if (format.isNaN(c)) {
            return nans.of(c, flags);
        }
        boolean infinite = format.isInfinite(a) || format.isInfinite(b);
        if (!infinite) {
            return c;
        }
        long product = format.infinity(negative);
        return format.isInfinite(c) && c != product ? nans.invalid(flags) : product;
    }

    /** The NaN of the product; the addend may still signal. */
    private long keeping(long nan, long c, StatusFlags flags) {
        return nans.of(nan, c, flags);
    }

    /** The sum of a product that is not zero and a number; the product is exact in 128 bits. */
    private long sum(boolean negative, long a, long b, long c, Rounding rounding, StatusFlags flags) {
        Wide exact = Wide.product(format.significand(a), format.significand(b));
        int zeros = exact.leadingZeros(); // none or one
        int exponent = format.exponent(a) + format.exponent(b) + 1 - zeros;
        // One bit at the top is left for the carry; at the bottom at least 22 bits of the product are zero.
        Wide product = exact.shiftLeft(zeros).shiftRightSticky(1);
        if (format.isZero(c)) {
            return round(negative, exponent, product, rounding, flags);
        }
        Wide addend = new Wide(format.significand(c) >>> 1, 0);
        int distance = exponent - format.exponent(c);
        Wide first = distance >= 0 ? product : product.shiftRightSticky(-distance);
        Wide second = distance >= 0 ? addend.shiftRightSticky(distance) : addend;
        int larger = Math.max(exponent, format.exponent(c));
        if (negative == format.isNegative(c)) {
            return round(negative, larger, first.plus(second), rounding, flags);
        }
        return first.isLess(second)
                ? round(!negative, larger, second.minus(first), rounding, flags)
                : round(negative, larger, first.minus(second), rounding, flags);
    }

    /** Rounds {@code value} x 2^({@code exponent} - 126). */
    private long round(boolean negative, int exponent, Wide value, Rounding rounding, StatusFlags flags) {
        if (value.isZero()) {
            return Adder.cancelled(format, rounding);
        }
        int zeros = value.leadingZeros();
        return rounder.round(
                negative, exponent + 1 - zeros, value.shiftLeft(zeros).highSticky(), rounding, flags);
    }
}
