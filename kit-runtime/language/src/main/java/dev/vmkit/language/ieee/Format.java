package dev.vmkit.language.ieee;

/**
 * A binary interchange format (IEEE 754-2019, section 3.4): from the top bit down a sign, a biased exponent and a fraction.
 * Values are bit patterns, zero-extended in a {@code long}.
 */
public enum Format {
    BINARY16(16, 11),
    BINARY32(32, 24),
    BINARY64(64, 53);

    private final int width;
    private final int precision;
    private final int bias;
    private final long sign;
    private final long infinity;
    private final long quiet;

    Format(int width, int precision) {
        this.width = width;
        this.precision = precision;
        this.bias = (1 << (width - precision - 1)) - 1;
        this.sign = 1L << (width - 1);
        this.infinity = sign - (1L << (precision - 1));
        this.quiet = 1L << (precision - 2);
    }

    /** The format of that many bits: 16, 32 or 64. */
    public static Format of(int width) {
        return switch (width) {
            case 16 -> BINARY16;
            case 32 -> BINARY32;
            case 64 -> BINARY64;
            default -> throw new IllegalArgumentException("no format has " + width + " bits");
        };
    }

    public int width() {
        return width;
    }

    /** Bits of the significand, the one that is not stored included. */
    int precision() {
        return precision;
    }

    /** What is added to an exponent to store it; also the largest exponent. */
    int bias() {
        return bias;
    }

    /** The exponent of the smallest normal number. */
    int smallestExponent() {
        return 1 - bias;
    }

    /** The sign bit alone. */
    long sign() {
        return sign;
    }

    boolean isNegative(long x) {
        return (x & sign) != 0;
    }

    /** Without its sign. */
    long magnitude(long x) {
        return x & (sign - 1);
    }

    long zero(boolean negative) {
        return negative ? sign : 0;
    }

    long infinity(boolean negative) {
        return negative ? infinity | sign : infinity;
    }

    /** The largest finite number. */
    long largest(boolean negative) {
        return infinity(negative) - 1;
    }

    /** The NaN that an invalid operation gives: positive, quiet, without payload. */
    long canonicalNaN() {
        return infinity | quiet;
    }

    /** The NaN with its sign and payload, which no longer signals. */
    long quieted(long nan) {
        return nan | quiet;
    }

    boolean isNaN(long x) {
        return magnitude(x) > infinity;
    }

    boolean isSignaling(long x) {
        return isNaN(x) && (x & quiet) == 0;
    }

    boolean isInfinite(long x) {
        return magnitude(x) == infinity;
    }

    boolean isFinite(long x) {
        return magnitude(x) < infinity;
    }

    boolean isZero(long x) {
        return magnitude(x) == 0;
    }

    /** Not zero, and below the smallest normal number. */
    boolean isSubnormal(long x) {
        return !isZero(x) && biased(x) == 0;
    }

    private int biased(long x) {
        return (int) (magnitude(x) >>> (precision - 1));
    }

    /** The exponent of the leading bit of a finite number other than zero, subnormal ones included. */
    int exponent(long x) {
        int biased = biased(x);
        return biased != 0 ? biased - bias : width - bias - precision + 1 - leadingZeros(x);
    }

    /** The significand of a finite number other than zero, moved up so that its leading bit is bit 63. */
    long significand(long x) {
        long fraction = x << (64 - precision + 1) >>> 1;
        return biased(x) != 0 ? Long.MIN_VALUE | fraction : magnitude(x) << (64 - width + leadingZeros(x));
    }

    private int leadingZeros(long x) {
        return Long.numberOfLeadingZeros(magnitude(x)) - (64 - width);
    }
}
