package dev.vmkit.language.ieee;

import dev.vmkit.language.ieee.FloatRules.Tininess;
import java.math.BigInteger;
import java.util.function.ToIntFunction;

/**
 * IEEE 754 read literally, in exact fractions: the two numbers around a result are searched for, and the standard says
 * which. Slow, and nothing like what it tests.
 */
record Standard(Format format, Tininess tininess) {

    /** What an operation must give. */
    record Result(long bits, int flags) {}

    /** What a finite number stands for; infinity stands for the power of two that comes after the largest number. */
    Fraction value(long bits) {
        int fractionBits = format.precision() - 1;
        long magnitude = format.magnitude(bits);
        long fraction = magnitude & ((1L << fractionBits) - 1);
        int biased = (int) (magnitude >>> fractionBits);
        long whole = biased == 0 ? fraction : fraction | 1L << fractionBits;
        int exponent = Math.max(biased, 1) - format.bias() - fractionBits;
        Fraction value = Fraction.of(whole).scaled(exponent);
        return format.isNegative(bits) ? value.negated() : value;
    }

    /** The number nearest to an exact one other than zero. */
    Result round(Fraction exact, Rounding rounding) {
        Fraction magnitude = exact.abs();
        return round(exact.sign() < 0, candidate -> candidate.compareTo(magnitude), magnitude, rounding);
    }

    /** The number nearest to a square root, which is positive and never tiny. */
    Result root(Fraction square, Rounding rounding) {
        return round(false, candidate -> candidate.times(candidate).compareTo(square), Fraction.of(1), rounding);
    }

    /**
     * The number nearest to a magnitude.
     *
     * @param order how a fraction compares with the magnitude
     * @param size the magnitude, if it may be tiny
     */
    private Result round(boolean negative, ToIntFunction<Fraction> order, Fraction size, Rounding rounding) {
        long below = below(order);
        boolean exact = order.applyAsInt(value(below)) == 0;
        long chosen = exact || !up(negative, below, order, rounding) ? below : below + 1;
        if (below == format.infinity(false)) {
            chosen = rounding.overflowsToInfinity(negative) ? below : below - 1;
        }
        int flags = exact ? 0 : StatusFlags.INEXACT;
        if (below == format.infinity(false) || chosen == format.infinity(false)) {
            flags = StatusFlags.OVERFLOW | StatusFlags.INEXACT;
        } else if (!exact && isTiny(negative, size, rounding)) {
            flags |= StatusFlags.UNDERFLOW;
        }
        return new Result(format.zero(negative) | chosen, flags);
    }

    /** The largest magnitude that is not greater. */
    private long below(ToIntFunction<Fraction> order) {
        long low = 0;
        long high = format.infinity(false) + 1;
        while (high - low > 1) {
            long middle = low + (high - low) / 2;
            if (order.applyAsInt(value(middle)) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private boolean up(boolean negative, long below, ToIntFunction<Fraction> order, Rounding rounding) {
        if (below == format.infinity(false)) {
            return false;
        }
        Fraction half = value(below).plus(value(below + 1)).scaled(-1);
        int nearer = -order.applyAsInt(half);
        return switch (rounding) {
            case NEAREST_EVEN -> nearer > 0 || nearer == 0 && (below & 1) != 0;
            case NEAREST_AWAY -> nearer >= 0;
            case TOWARD_ZERO -> false;
            case DOWNWARD -> negative;
            case UPWARD -> !negative;
        };
    }

    /** After rounding: twice the number is normal, and rounds as the number would if exponents had no bound. */
    private boolean isTiny(boolean negative, Fraction size, Rounding rounding) {
        Fraction least = Fraction.of(1).scaled(format.smallestExponent());
        if (size.compareTo(least) >= 0) {
            return false;
        }
        if (tininess == Tininess.BEFORE_ROUNDING || size.compareTo(least.scaled(-1)) < 0) {
            return true;
        }
        Fraction twice = negative ? size.scaled(1).negated() : size.scaled(1);
        return value(round(twice, rounding).bits()).abs().compareTo(least.scaled(1)) < 0;
    }

    /** The whole number nearest to an exact one. */
    static BigInteger whole(Fraction exact, Rounding rounding) {
        BigInteger floor = exact.floor();
        Fraction twice =
                exact.plus(new Fraction(floor.negate(), BigInteger.ONE)).scaled(1);
        int nearer = twice.compareTo(Fraction.of(1));
        boolean up = switch (rounding) {
            case NEAREST_EVEN -> nearer > 0 || nearer == 0 && floor.testBit(0);
            case NEAREST_AWAY -> nearer > 0 || nearer == 0 && exact.sign() > 0;
            case TOWARD_ZERO -> exact.sign() < 0 && twice.sign() > 0;
            case DOWNWARD -> false;
            case UPWARD -> twice.sign() > 0;
        };
        return up ? floor.add(BigInteger.ONE) : floor;
    }
}
