package dev.vmkit.layers.network.packet;

/**
 * An address of the Internet.
 *
 * @param bits 32, the first byte highest
 */
public record Ipv4Address(int bits) {
    public static final Ipv4Address NONE = new Ipv4Address(0);
    public static final Ipv4Address BROADCAST = new Ipv4Address(-1);

    /** The address of four numbers within [0, 255]. */
    public static Ipv4Address of(int a, int b, int c, int d) {
        return new Ipv4Address(a << 24 | b << 16 | c << 8 | d);
    }

    /** Whether the first {@code length} bits, within [1, 32], are those of another address. */
    public boolean sharesPrefix(Ipv4Address other, int length) {
        return (bits ^ other.bits) >>> 32 - length == 0;
    }

    @Override
    public String toString() {
        return (bits >>> 24) + "." + (bits >>> 16 & 0xFF) + "." + (bits >>> 8 & 0xFF) + "." + (bits & 0xFF);
    }
}
