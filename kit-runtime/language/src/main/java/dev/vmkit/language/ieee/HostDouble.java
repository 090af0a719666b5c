package dev.vmkit.language.ieee;

import static java.lang.Double.doubleToRawLongBits;
import static java.lang.Double.longBitsToDouble;

/**
 * Binary64 on the host, whose {@code double} rounds to the nearest even and tells no flags. It is taken where the host
 * can compute the error of its result without another error, and so tell whether that result is inexact; the rest is left
 * to {@code exact}.
 */
record HostDouble(FloatFunction exact) {
    /** Between these magnitudes neither a result nor its error overflows or becomes subnormal. */
    private static final double SMALL = 0x1p-900;

    private static final double LARGE = 0x1p1000;

    /** The host's way where it is safe, else {@code exact}. */
    static FloatFunction before(FloatFunction exact, FloatOperation.Kind kind) {
        HostDouble host = new HostDouble(exact);
        return switch (kind) {
            case ADD -> host::add;
            case SUBTRACT -> host::subtract;
            case MULTIPLY -> host::multiply;
            case DIVIDE -> host::divide;
            case SQUARE_ROOT -> host::squareRoot;
            case MULTIPLY_ADD -> host::multiplyAdd;
            default -> exact;
        };
    }

    private static boolean isMiddling(double x) {
        double magnitude = Math.abs(x);
        return magnitude > SMALL && magnitude < LARGE;
    }

    private static long result(double value, boolean isExact, StatusFlags flags) {
        if (!isExact) {
            flags.raise(StatusFlags.INEXACT);
        }
        return doubleToRawLongBits(value);
    }

    /** The error of {@code sum = x + y}, exact (Knuth, TAOCP 2, section 4.2.2, theorem B). */
    static double error(double x, double y, double sum) {
        double second = sum - x;
        return (x - (sum - second)) + (y - second);
    }

    private long add(long a, long b, long c, Rounding rounding, StatusFlags flags) {
        double x = longBitsToDouble(a);
        double y = longBitsToDouble(b);
        return isSum(x, y, rounding) ? sum(x, y, flags) : exact.compute(a, b, c, rounding, flags);
    }

    private long subtract(long a, long b, long c, Rounding rounding, StatusFlags flags) {
        double x = longBitsToDouble(a);
        double y = -longBitsToDouble(b);
        return isSum(x, y, rounding) ? sum(x, y, flags) : exact.compute(a, b, c, rounding, flags);
    }

    /** Sums are never too small: one that is subnormal is exact. */
    private static boolean isSum(double x, double y, Rounding rounding) {
        return rounding == Rounding.NEAREST_EVEN && Math.abs(x) < LARGE && Math.abs(y) < LARGE;
    }

    private static long sum(double x, double y, StatusFlags flags) {
        double sum = x + y;
        return result(sum, error(x, y, sum) == 0, flags);
    }

    private long multiply(long a, long b, long c, Rounding rounding, StatusFlags flags) {
        double x = longBitsToDouble(a);
        double y = longBitsToDouble(b);
        double product = x * y;
        return rounding == Rounding.NEAREST_EVEN && isMiddling(product)
                ? result(product, Math.fma(x, y, -product) == 0, flags)
                : exact.compute(a, b, c, rounding, flags);
    }

    private long divide(long a, long b, long c, Rounding rounding, StatusFlags flags) {
        double x = longBitsToDouble(a);
        double y = longBitsToDouble(b);
        double quotient = x / y;
        return rounding == Rounding.NEAREST_EVEN && isMiddling(x) && isMiddling(quotient)
                ? result(quotient, Math.fma(-quotient, y, x) == 0, flags)
                : exact.compute(a, b, c, rounding, flags);
    }

    private long squareRoot(long a, long b, long c, Rounding rounding, StatusFlags flags) {
        double x = longBitsToDouble(a);
        double root = Math.sqrt(x);
        return rounding == Rounding.NEAREST_EVEN && isMiddling(root) && isMiddling(x)
                ? result(root, Math.fma(-root, root, x) == 0, flags)
                : exact.compute(a, b, c, rounding, flags);
    }

    /** The error of a fused operation is a sum of two numbers (Boldo and Muller, IEEE TC 60(2), 2011, algorithm ErrFma). */
    private long multiplyAdd(long a, long b, long c, Rounding rounding, StatusFlags flags) {
        double x = longBitsToDouble(a);
        double y = longBitsToDouble(b);
        double z = longBitsToDouble(c);
        double product = x * y;
        if (rounding != Rounding.NEAREST_EVEN || !isMiddling(product) || !isMiddling(z)) {
            return exact.compute(a, b, c, rounding, flags);
        }
        double fused = Math.fma(x, y, z);
        double low = Math.fma(x, y, -product);
        double lower = z + low;
        double upper = product + lower;
        double first = (upper - fused) + error(product, lower, upper);
        double second = error(z, low, lower);
        return result(fused, first == -second, flags);
    }
}
