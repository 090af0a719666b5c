package dev.vmkit.testkit.subject;

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

    /** Another number in as many bits. */
    public Bits alike(long number) {
        return new Bits(number & mask(), width);
    }

    private long mask() {
        return -1L >>> (Long.SIZE - width);
    }

    /** In decimal, and in hexadecimal where that is another thing to see. */
    @Override
    public String toString() {
        return value >= 0 && value < 10
                ? Long.toString(value)
                : "0x%x (%s)".formatted(value, Long.toUnsignedString(value));
    }
}
