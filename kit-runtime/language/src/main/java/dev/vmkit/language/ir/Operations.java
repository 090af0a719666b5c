package dev.vmkit.language.ir;

import dev.vmkit.language.ieee.FloatOperation;
import dev.vmkit.language.ieee.FloatRules;
import dev.vmkit.language.ieee.Rounding;
import dev.vmkit.language.ieee.StatusFlags;
import java.util.Arrays;

/**
 * What the primitive operations compute: the one implementation, shared by constant folding, the evaluator and engines.
 * Values of width w, within [1, 64], come and go zero-extended in a {@code long}.
 */
public final class Operations {
    private Operations() {}

    /** A value with the lowest {@code width} bits set, within [1, 64]. */
    public static long mask(int width) {
        return -1L >>> (64 - width);
    }

    /** The value with the sign, bit {@code width - 1}, copied to all higher bits. */
    public static long signExtend(long value, int width) {
        int rest = 64 - width;
        return value << rest >> rest;
    }

    /** Bits {@code low} to {@code low + width - 1} of the value. */
    public static long extract(long value, int low, int width) {
        return (value >>> low) & mask(width);
    }

    /** The value with {@code width} bits from {@code low} up replaced by {@code bits}. */
    public static long insert(long value, int low, int width, long bits) {
        long hole = mask(width) << low;
        return (value & ~hole) | (bits << low & hole);
    }

    /**
     * The result of {@code op} on {@code a} and {@code b}, cut to the result's width.
     *
     * @param width bits of the left side and, unless it is a shift amount, of the right side
     */
    public static long apply(BinaryOp op, int width, long a, long b) {
        return switch (op) {
            case ADD -> add(width, a, b);
            case SUBTRACT -> subtract(width, a, b);
            case MULTIPLY -> multiply(width, a, b);
            case DIVIDE_UNSIGNED -> divideUnsigned(width, a, b);
            case DIVIDE_SIGNED -> divideSigned(width, a, b);
            case REMAINDER_UNSIGNED -> remainderUnsigned(a, b);
            case REMAINDER_SIGNED -> remainderSigned(width, a, b);
            case MULTIPLY_HIGH_UNSIGNED -> multiplyHighUnsigned(width, a, b);
            case MULTIPLY_HIGH_SIGNED -> multiplyHighSigned(width, a, b);
            case MULTIPLY_HIGH_SIGNED_UNSIGNED -> multiplyHighSignedUnsigned(width, a, b);
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            case SHIFT_LEFT -> shiftLeft(width, a, b);
            case SHIFT_RIGHT -> shiftRight(width, a, b);
            case SHIFT_RIGHT_ARITHMETIC -> shiftRightArithmetic(width, a, b);
            case EQUAL -> equal(a, b);
            case LESS_UNSIGNED -> lessUnsigned(a, b);
            case LESS_OR_EQUAL_UNSIGNED -> lessOrEqualUnsigned(a, b);
            case LESS_SIGNED -> lessSigned(width, a, b);
            case LESS_OR_EQUAL_SIGNED -> lessOrEqualSigned(width, a, b);
        };
    }

    /** The result of {@code op} on {@code a}, cut to {@code width} bits. */
    public static long apply(UnaryOp op, int width, long a) {
        return switch (op) {
            case NEGATE -> -a & mask(width);
            case NOT -> ~a & mask(width);
            case POPULATION_COUNT -> Long.bitCount(a) & mask(width);
            case COUNT_LEADING_ZEROS -> (Long.numberOfLeadingZeros(a) - (64 - width)) & mask(width);
            case COUNT_TRAILING_ZEROS -> Math.min(Long.numberOfTrailingZeros(a), width) & mask(width);
        };
    }

    /**
     * The result of a floating-point operation, and the flags that it raises.
     *
     * @param arguments as many as the operation's {@code argumentWidths} are
     */
    public static long[] apply(FloatOperation operation, FloatRules rules, long[] arguments) {
        long[] given = Arrays.copyOf(arguments, 4);
        StatusFlags flags = new StatusFlags();
        Rounding rounding = Rounding.of(given[operation.operands()]);
        long result = operation.under(rules).compute(given[0], given[1], given[2], rounding, flags);
        return new long[] {result, flags.take()};
    }

    // One small method an operation, so that an engine that knows the operation pays for nothing else.

    public static long add(int width, long a, long b) {
        return (a + b) & mask(width);
    }

    public static long subtract(int width, long a, long b) {
        return (a - b) & mask(width);
    }

    public static long multiply(int width, long a, long b) {
        return (a * b) & mask(width);
    }

    public static long divideUnsigned(int width, long a, long b) {
        return b == 0 ? mask(width) : Long.divideUnsigned(a, b);
    }

    public static long divideSigned(int width, long a, long b) {
        return b == 0 ? mask(width) : signExtend(a, width) / signExtend(b, width) & mask(width);
    }

    public static long remainderUnsigned(long a, long b) {
        return b == 0 ? a : Long.remainderUnsigned(a, b);
    }

    public static long remainderSigned(int width, long a, long b) {
        return b == 0 ? a : signExtend(a, width) % signExtend(b, width) & mask(width);
    }

    public static long multiplyHighUnsigned(int width, long a, long b) {
        return upperHalf(Math.unsignedMultiplyHigh(a, b), a * b, width);
    }

    public static long multiplyHighSigned(int width, long a, long b) {
        long x = signExtend(a, width);
        long y = signExtend(b, width);
        return upperHalf(Math.multiplyHigh(x, y), x * y, width);
    }

    public static long multiplyHighSignedUnsigned(int width, long a, long b) {
        long x = signExtend(a, width);
        long high = Math.unsignedMultiplyHigh(x, b) - (x < 0 ? b : 0);
        return upperHalf(high, x * b, width);
    }

    public static long shiftLeft(int width, long a, long amount) {
        return beyond(amount, width) ? 0 : (a << amount) & mask(width);
    }

    public static long shiftRight(int width, long a, long amount) {
        return beyond(amount, width) ? 0 : a >>> amount;
    }

    public static long shiftRightArithmetic(int width, long a, long amount) {
        return signExtend(a, width) >> (beyond(amount, width) ? 63 : amount) & mask(width);
    }

    public static long equal(long a, long b) {
        return a == b ? 1 : 0;
    }

    public static long lessUnsigned(long a, long b) {
        return Long.compareUnsigned(a, b) < 0 ? 1 : 0;
    }

    public static long lessOrEqualUnsigned(long a, long b) {
        return Long.compareUnsigned(a, b) <= 0 ? 1 : 0;
    }

    public static long lessSigned(int width, long a, long b) {
        return signExtend(a, width) < signExtend(b, width) ? 1 : 0;
    }

    public static long lessOrEqualSigned(int width, long a, long b) {
        return signExtend(a, width) <= signExtend(b, width) ? 1 : 0;
    }

    private static boolean beyond(long amount, int width) {
        return Long.compareUnsigned(amount, width) >= 0;
    }

    /** The {@code width} bits from bit {@code width} up of a product of 128 bits. */
    private static long upperHalf(long high, long low, int width) {
        return width == 64 ? high : (high << (64 - width) | low >>> width) & mask(width);
    }
}
