package dev.vmkit.language.ir;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.ZERO;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation against the textbook definition on unbounded integers. */
class OperationsTests {
    private static final int[] WIDTHS = {1, 7, 8, 16, 31, 32, 33, 63, 64};

    @ParameterizedTest
    @EnumSource
    void binaryOperationsAgreeWithUnboundedIntegers(BinaryOp op) {
        for (int width : WIDTHS) {
            for (long a : corners(width)) {
                for (long b : corners(width)) {
                    int result = op.isComparison() ? 1 : width;
                    assertThat(Operations.apply(op, width, a, b))
                            .as("%s on %d bits of %x and %x", op, width, a, b)
                            .isEqualTo(cut(reference(op, width, a, b), result));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void unaryOperationsAgreeWithUnboundedIntegers(UnaryOp op) {
        for (int width : WIDTHS) {
            for (long a : corners(width)) {
                assertThat(Operations.apply(op, width, a))
                        .as("%s on %d bits of %x", op, width, a)
                        .isEqualTo(cut(reference(op, width, a), width));
            }
        }
    }

    @Test
    void insertReplacesExactlyTheBitsNamed() {
        assertThat(Operations.insert(0xFFFF, 4, 8, 0)).isEqualTo(0xF00F);
        assertThat(Operations.insert(0, 0, 64, -1)).isEqualTo(-1);
        assertThat(Operations.extract(0x1234, 4, 8)).isEqualTo(0x23);
    }

    private static long[] corners(int width) {
        long mask = Operations.mask(width);
        long sign = 1L << (width - 1);
        Random random = new Random(width);
        return new long[] {
            0,
            1,
            2 & mask,
            3 & mask,
            width & mask,
            (width - 1) & mask,
            mask,
            mask - 1 & mask,
            sign,
            sign - 1 & mask,
            sign + 1 & mask,
            random.nextLong() & mask,
            random.nextLong() & mask
        };
    }

    private static BigInteger unsigned(long value) {
        return new BigInteger(Long.toUnsignedString(value));
    }

    private static BigInteger signed(long value, int width) {
        BigInteger u = unsigned(value);
        return u.testBit(width - 1) ? u.subtract(ONE.shiftLeft(width)) : u;
    }

    private static long cut(BigInteger value, int width) {
        return value.mod(ONE.shiftLeft(width)).longValue();
    }

    private static BigInteger bit(boolean truth) {
        return truth ? ONE : ZERO;
    }

    private static BigInteger reference(BinaryOp op, int width, long x, long y) {
        BigInteger a = unsigned(x);
        BigInteger b = unsigned(y);
        BigInteger sa = signed(x, width);
        BigInteger sb = signed(y, width);
        boolean zero = b.signum() == 0;
        int amount = b.min(BigInteger.valueOf(200)).intValue();
        return switch (op) {
            case ADD -> a.add(b);
            case SUBTRACT -> a.subtract(b);
            case MULTIPLY -> a.multiply(b);
            case DIVIDE_UNSIGNED -> zero ? ONE.negate() : a.divide(b);
            case DIVIDE_SIGNED -> zero ? ONE.negate() : sa.divide(sb);
            case REMAINDER_UNSIGNED -> zero ? a : a.remainder(b);
            case REMAINDER_SIGNED -> zero ? a : sa.remainder(sb);
            case MULTIPLY_HIGH_UNSIGNED -> a.multiply(b).shiftRight(width);
            case MULTIPLY_HIGH_SIGNED -> sa.multiply(sb).shiftRight(width);
            case MULTIPLY_HIGH_SIGNED_UNSIGNED -> sa.multiply(b).shiftRight(width);
            case AND -> a.and(b);
            case OR -> a.or(b);
            case XOR -> a.xor(b);
            case SHIFT_LEFT -> a.shiftLeft(amount);
            case SHIFT_RIGHT -> a.shiftRight(amount);
            case SHIFT_RIGHT_ARITHMETIC -> sa.shiftRight(amount);
            case EQUAL -> bit(a.equals(b));
            case LESS_UNSIGNED -> bit(a.compareTo(b) < 0);
            case LESS_OR_EQUAL_UNSIGNED -> bit(a.compareTo(b) <= 0);
            case LESS_SIGNED -> bit(sa.compareTo(sb) < 0);
            case LESS_OR_EQUAL_SIGNED -> bit(sa.compareTo(sb) <= 0);
        };
    }

    private static BigInteger reference(UnaryOp op, int width, long x) {
        BigInteger a = unsigned(x);
        return switch (op) {
            case NEGATE -> a.negate();
            case NOT -> a.not();
            case POPULATION_COUNT -> BigInteger.valueOf(a.bitCount());
            case COUNT_LEADING_ZEROS -> BigInteger.valueOf(width - a.bitLength());
            case COUNT_TRAILING_ZEROS -> BigInteger.valueOf(a.signum() == 0 ? width : a.getLowestSetBit());
        };
    }
}
