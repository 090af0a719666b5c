package dev.vmkit.language.ir;

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
            case ADD -> (a + b) & mask(width);
            case SUBTRACT -> (a - b) & mask(width);
            case MULTIPLY -> (a * b) & mask(width);
            case DIVIDE_UNSIGNED -> divideUnsigned(a, b, width);
            case DIVIDE_SIGNED -> divideSigned(a, b, width);
            case REMAINDER_UNSIGNED -> b == 0 ? a : Long.remainderUnsigned(a, b);
            case REMAINDER_SIGNED -> remainderSigned(a, b, width);
            case MULTIPLY_HIGH_UNSIGNED -> upperHalf(Math.unsignedMultiplyHigh(a, b), a * b, width);
            case MULTIPLY_HIGH_SIGNED -> multiplyHighSigned(signExtend(a, width), signExtend(b, width), width);
            case MULTIPLY_HIGH_SIGNED_UNSIGNED -> multiplyHighMixed(signExtend(a, width), b, width);
            case AND -> a & b;
            case OR -> a | b;
            case XOR -> a ^ b;
            case SHIFT_LEFT -> beyond(b, width) ? 0 : (a << b) & mask(width);
            case SHIFT_RIGHT -> beyond(b, width) ? 0 : a >>> b;
            case SHIFT_RIGHT_ARITHMETIC -> signExtend(a, width) >> (beyond(b, width) ? 63 : b) & mask(width);
            case EQUAL -> bit(a == b);
            case LESS_UNSIGNED -> bit(Long.compareUnsigned(a, b) < 0);
            case LESS_OR_EQUAL_UNSIGNED -> bit(Long.compareUnsigned(a, b) <= 0);
            case LESS_SIGNED -> bit(signExtend(a, width) < signExtend(b, width));
            case LESS_OR_EQUAL_SIGNED -> bit(signExtend(a, width) <= signExtend(b, width));
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

    private static long bit(boolean truth) {
        return truth ? 1 : 0;
    }

    private static boolean beyond(long amount, int width) {
        return Long.compareUnsigned(amount, width) >= 0;
    }

    private static long divideUnsigned(long a, long b, int width) {
        return b == 0 ? mask(width) : Long.divideUnsigned(a, b);
    }

    private static long divideSigned(long a, long b, int width) {
        return b == 0 ? mask(width) : signExtend(a, width) / signExtend(b, width) & mask(width);
    }

    private static long remainderSigned(long a, long b, int width) {
        return b == 0 ? a : signExtend(a, width) % signExtend(b, width) & mask(width);
    }

    private static long multiplyHighSigned(long a, long b, int width) {
        return upperHalf(Math.multiplyHigh(a, b), a * b, width);
    }

    private static long multiplyHighMixed(long a, long b, int width) {
        long high = Math.unsignedMultiplyHigh(a, b) - (a < 0 ? b : 0);
        return upperHalf(high, a * b, width);
    }

    /** The {@code width} bits from bit {@code width} up of a product of 128 bits. */
    private static long upperHalf(long high, long low, int width) {
        return width == 64 ? high : (high << (64 - width) | low >>> width) & mask(width);
    }
}
