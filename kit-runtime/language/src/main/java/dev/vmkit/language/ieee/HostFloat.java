package dev.vmkit.language.ieee;

/**
 * Binary32 on the host, to the nearest even. A {@code double} has more than twice the precision of a {@code float} and two
 * bits, so that rounding first to the one and then to the other is as rounding once (Figueroa, SIGNUM 30(3), 1995); and it
 * holds the product of two floats exactly, so that it shows whether the result is inexact. The rest is left to
 * {@code exact}.
 */
record HostFloat(FloatFunction exact) {
    /** Between these magnitudes no result overflows or becomes subnormal. */
    private static final double SMALL = 0x1p-120;

    private static final double LARGE = 0x1p120;

    /** The host's way where it is safe, else {@code exact}. */
    static FloatFunction before(FloatFunction exact, FloatOperation.Kind kind) {
        HostFloat host = new HostFloat(exact);
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

    private static double value(long bits) {
        return Float.intBitsToFloat((int) bits);
    }

    private static boolean isSafe(double result, Rounding rounding) {
        double magnitude = Math.abs(result);
        return rounding == Rounding.NEAREST_EVEN && magnitude > SMALL && magnitude < LARGE;
    }

    private static long result(float value, boolean isExact, StatusFlags flags) {
        if (!isExact) {
            flags.raise(StatusFlags.INEXACT);
        }
        return Float.floatToRawIntBits(value) & 0xFFFF_FFFFL;
    }

    private long add(long a, long b, long c, Rounding rounding, StatusFlags flags) {
        double x = value(a);
        double y = value(b);
        double sum = x + y;
        return isSafe(sum, rounding)
                ? sum(sum, HostDouble.error(x, y, sum), flags)
                : exact.compute(a, b, c, rounding, flags);
    }

    private long subtract(long a, long b, long c, Rounding rounding, StatusFlags flags) {
        double x = value(a);
        double y = -value(b);
        double sum = x + y;
        return isSafe(sum, rounding)
                ? sum(sum, HostDouble.error(x, y, sum), flags)
                : exact.compute(a, b, c, rounding, flags);
    }

    private static long sum(double sum, double error, StatusFlags flags) {
        float rounded = (float) sum;
        return result(rounded, rounded == sum && error == 0, flags);
    }

    private long multiply(long a, long b, long c, Rounding rounding, StatusFlags flags) {
        double product = value(a) * value(b);
        float rounded = (float) product;
        return isSafe(product, rounding)
                ? result(rounded, rounded == product, flags)
                : exact.compute(a, b, c, rounding, flags);
    }

    private long divide(long a, long b, long c, Rounding rounding, StatusFlags flags) {
        double x = value(a);
        double y = value(b);
        double quotient = x / y;
        float rounded = (float) quotient;
        return isSafe(quotient, rounding)
                ? result(rounded, rounded * y == x, flags)
                : exact.compute(a, b, c, rounding, flags);
    }

    private long squareRoot(long a, long b, long c, Rounding rounding, StatusFlags flags) {
        double x = value(a);
        float root = (float) Math.sqrt(x);
        return isSafe(root, rounding)
                ? result(root, (double) root * root == x, flags)
                : exact.compute(a, b, c, rounding, flags);
    }

    private long multiplyAdd(long a, long b, long c, Rounding rounding, StatusFlags flags) {
        double product = value(a) * value(b);
        double z = value(c);
        double sum = product + z;
        if (!isSafe(sum, rounding)) {
            return exact.compute(a, b, c, rounding, flags);
        }
        double error = HostDouble.error(product, z, sum);
        return sum(error == 0 ? sum : odd(sum, error), error, flags);
    }

    /**
     * The exact sum rounded to odd: of the two doubles around it the one whose last bit is set. Rounding that to a float
     * is as rounding the exact sum (Boldo and Melquiond, IEEE TC 57(4), 2008).
     */
    private static double odd(double sum, double error) {
        long bits = Double.doubleToRawLongBits(sum);
        long away = sum > 0 == error > 0 ? 1 : -1;
        return (bits & 1) != 0 ? sum : Double.longBitsToDouble(bits + away);
    }
}
