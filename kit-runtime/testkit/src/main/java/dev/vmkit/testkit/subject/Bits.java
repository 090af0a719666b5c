package dev.vmkit.testkit.subject;

import java.math.BigInteger;

/**
 * What is in a place.
 *
 * @param value without a sign; 64 bits fill the long's
 * @param width in bits, within [1, 64]
 */
public record Bits(long value, int width) {
    /** Whether it is that number, which may be written with a sign. */
    public boolean is(long number) {
        return value == (number & mask());
    }

    /** As a number without a sign. */
    public BigInteger unsigned() {
        return new BigInteger(Long.toUnsignedString(value));
    }

    /** As a number whose highest bit is its sign. */
    public BigInteger signed() {
        return BigInteger.valueOf(value << (Long.SIZE - width) >> (Long.SIZE - width));
    }

    /** Whether a number has room in as many bits, with or without a sign. */
    public boolean fits(BigInteger number) {
        return number.signum() < 0 ? number.bitLength() < width : number.bitLength() <= width;
    }

    /** Another number in as many bits. */
    public Bits alike(long number) {
        return new Bits(number & mask(), width);
    }

    private long mask() {
        return -1L >>> (Long.SIZE - width);
    }

    /** In decimal, with a sign too if it may have one, and in hexadecimal where that is another thing to see. */
    @Override
    public String toString() {
        if (value >= 0 && value < 10) {
            return Long.toString(value);
        }
        String negative = signed().signum() < 0 ? " or " + signed() : "";
        return "0x%x (%s%s)".formatted(value, Long.toUnsignedString(value), negative);
    }
}
