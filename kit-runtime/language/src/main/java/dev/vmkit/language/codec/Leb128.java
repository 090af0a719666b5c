package dev.vmkit.language.codec;

/** LEB128: numbers in groups of seven bits, lowest first; bit 7 of a byte says that another one follows. */
final class Leb128 {
    private static final int MORE = 0x80;

    private Leb128() {}

    /** The shortest form of a value. */
    static long[] encode(long value, boolean signed) {
        long[] bytes = new long[size(value, signed)];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = value & 0x7F | (i < bytes.length - 1 ? MORE : 0);
            value = signed ? value >> 7 : value >>> 7;
        }
        return bytes;
    }

    /** The number of bytes of the shortest form, within [1, 10]. */
    static int size(long value, boolean signed) {
        int significant = 64 - Long.numberOfLeadingZeros(signed ? value ^ value >> 63 : value) + (signed ? 1 : 0);
        return Math.max(1, (significant + 6) / 7);
    }

    /** The most bytes a value of {@code width} bits takes. */
    static int longest(int width) {
        return (width + 6) / 7;
    }

    /** Whether another byte follows this one. */
    static boolean more(long unit) {
        return (unit & MORE) != 0;
    }

    /** The value of the bytes collected in {@code groups}, {@code count} of seven bits each, lowest first. */
    static long value(long groups, int count, boolean signed) {
        int bits = 7 * count;
        return signed && bits < 64 ? groups << (64 - bits) >> (64 - bits) : groups;
    }

    /** Whether {@code unit} is the last of the {@code count} bytes of this value's shortest form. */
    static boolean endsWith(long unit, long value, int count, boolean signed) {
        int shift = 7 * (count - 1);
        return count == size(value, signed) && unit == ((signed ? value >> shift : value >>> shift) & 0x7F);
    }

    /** Whether a value is one of {@code width} bits. */
    static boolean fits(long value, int width, boolean signed) {
        if (width == 64) {
            return true;
        }
        return signed ? value == value << (64 - width) >> (64 - width) : (value & ~BitField.ones(width)) == 0;
    }
}
