package dev.vmkit.language.ieee;

import java.math.BigInteger;

/** An exact number: {@code over} is positive. */
record Fraction(BigInteger numerator, BigInteger over) implements Comparable<Fraction> {
    static final Fraction ZERO = of(0);

    static Fraction of(long whole) {
        return new Fraction(BigInteger.valueOf(whole), BigInteger.ONE);
    }

    static Fraction unsigned(long whole) {
        return new Fraction(new BigInteger(Long.toUnsignedString(whole)), BigInteger.ONE);
    }

    Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.over).add(other.numerator.multiply(over)), over.multiply(other.over));
    }

    Fraction times(Fraction other) {
        return new Fraction(numerator.multiply(other.numerator), over.multiply(other.over));
    }

    /** Divided by a number other than zero. */
    Fraction by(Fraction other) {
        BigInteger below = over.multiply(other.numerator);
        BigInteger above = numerator.multiply(other.over);
        return below.signum() < 0 ? new Fraction(above.negate(), below.negate()) : new Fraction(above, below);
    }

    Fraction negated() {
        return new Fraction(numerator.negate(), over);
    }

    Fraction abs() {
        return new Fraction(numerator.abs(), over);
    }

    /** Multiplied by a power of two. */
    Fraction scaled(int exponent) {
        return exponent >= 0
                ? new Fraction(numerator.shiftLeft(exponent), over)
                : new Fraction(numerator, over.shiftLeft(-exponent));
    }

    int sign() {
        return numerator.signum();
    }

    /** The largest integer that is not greater. */
    BigInteger floor() {
        BigInteger[] both = numerator.divideAndRemainder(over);
        return both[1].signum() < 0 ? both[0].subtract(BigInteger.ONE) : both[0];
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.over).compareTo(other.numerator.multiply(over));
    }
}
