package dev.vmkit.language.semantics;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;

import dev.vmkit.language.isa.Operand;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Collections;

/** The numbers from {@code min} to {@code max}, both inclusive, that an expression without a width may have. */
record Range(BigInteger min, BigInteger max) {
    /** What 64 bits can hold, read as signed or as unsigned. */
    private static final Range WIDEST =
            new Range(ONE.shiftLeft(63).negate(), ONE.shiftLeft(64).subtract(ONE));

    static Range of(long min, long max) {
        return new Range(BigInteger.valueOf(min), BigInteger.valueOf(max));
    }

    static Range exactly(BigInteger value) {
        return new Range(value, value);
    }

    static Range of(Collection<Long> values) {
        return values.isEmpty() ? of(0, 0) : of(Collections.min(values), Collections.max(values));
    }

    /** All unsigned numbers of {@code width} bits. */
    static Range unsigned(int width) {
        return new Range(ZERO, ONE.shiftLeft(width).subtract(ONE));
    }

    /** All signed numbers of {@code width} bits. */
    static Range signed(int width) {
        BigInteger half = ONE.shiftLeft(width - 1);
        return new Range(half.negate(), half.subtract(ONE));
    }

    /** The values an immediate may have, a relative base left out. */
    static Range of(Operand.Immediate operand) {
        Range codes = operand.signed() ? signed(operand.codeWidth()) : unsigned(operand.codeWidth());
        BigInteger step = BigInteger.valueOf(operand.step());
        BigInteger bias = BigInteger.valueOf(operand.bias());
        BigInteger first = codes.min.multiply(step).add(bias);
        BigInteger last = codes.max.multiply(step).add(bias);
        return new Range(first.min(last), first.max(last));
    }

    boolean isExact() {
        return min.equals(max);
    }

    boolean isWithin(Range other) {
        return min.compareTo(other.min) >= 0 && max.compareTo(other.max) <= 0;
    }

    boolean contains(BigInteger value) {
        return min.compareTo(value) <= 0 && max.compareTo(value) >= 0;
    }

    /** Whether all its numbers fit {@code width} bits, all as signed or all as unsigned ones. */
    boolean fits(int width) {
        return isWithin(unsigned(width)) || isWithin(signed(width));
    }

    /** Whether it can be computed with in 64 bits at all. */
    boolean isPossible() {
        return isWithin(WIDEST);
    }

    boolean isNegativePossible() {
        return min.signum() < 0;
    }

    Range join(Range other) {
        return new Range(min.min(other.min), max.max(other.max));
    }

    Range negated() {
        return new Range(max.negate(), min.negate());
    }

    /** Of {@code ~n}, which is {@code -n - 1}. */
    Range inverted() {
        return new Range(max.not(), min.not());
    }

    Range plus(Range other) {
        return new Range(min.add(other.min), max.add(other.max));
    }

    Range times(Range other) {
        return corners(
                min.multiply(other.min), min.multiply(other.max), max.multiply(other.min), max.multiply(other.max));
    }

    /** Shifted left by an amount within [0, 63]. */
    Range shiftedLeft(Range amount) {
        return corners(
                min.shiftLeft(amount.min.intValue()),
                min.shiftLeft(amount.max.intValue()),
                max.shiftLeft(amount.min.intValue()),
                max.shiftLeft(amount.max.intValue()));
    }

    /** Shifted right by an amount within [0, 63], rounding down. */
    Range shiftedRight(Range amount) {
        return corners(
                min.shiftRight(amount.min.intValue()),
                min.shiftRight(amount.max.intValue()),
                max.shiftRight(amount.min.intValue()),
                max.shiftRight(amount.max.intValue()));
    }

    /** Divided by a range without 0, rounding to zero. */
    Range dividedBy(Range other) {
        return corners(min.divide(other.min), min.divide(other.max), max.divide(other.min), max.divide(other.max));
    }

    /** The remainder of a division by a range without 0; it has the sign of the dividend. */
    Range remainder(Range other) {
        BigInteger most = other.min.abs().max(other.max.abs()).subtract(ONE);
        return new Range(min.signum() < 0 ? most.negate() : ZERO, max.signum() > 0 ? most : ZERO);
    }

    /** Of {@code &}: never more than either side where both are non-negative. */
    Range and(Range other) {
        boolean negative = isNegativePossible() || other.isNegativePossible();
        if (!negative) {
            return new Range(ZERO, max.min(other.max));
        }
        if (!isNegativePossible()) {
            return new Range(ZERO, max);
        }
        return other.isNegativePossible() ? bits(other) : new Range(ZERO, other.max);
    }

    /** Of {@code |} and {@code ^}: no more bits than the longer side. */
    Range bits(Range other) {
        int length = Math.max(length(), other.length());
        boolean negative = isNegativePossible() || other.isNegativePossible();
        return negative ? signed(length + 1) : unsigned(length);
    }

    private int length() {
        return Math.max(min.bitLength(), max.bitLength());
    }

    private static Range corners(BigInteger a, BigInteger b, BigInteger c, BigInteger d) {
        return new Range(a.min(b).min(c).min(d), a.max(b).max(c).max(d));
    }

    /** As it stands in messages: {@code 5}, or {@code -16 to 15}. */
    @Override
    public String toString() {
        return isExact() ? min.toString() : min + " to " + max;
    }
}
