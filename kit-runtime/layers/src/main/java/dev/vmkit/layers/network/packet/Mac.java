package dev.vmkit.layers.network.packet;

import java.nio.ByteBuffer;

/**
 * The address of a network device.
 *
 * @param bits 48, the first byte highest
 */
public record Mac(long bits) {
    public static final Mac BROADCAST = new Mac(0xFFFF_FFFF_FFFFL);

    private static final long GROUP = 1L << 40;

    static Mac read(ByteBuffer in) {
        return new Mac((long) in.getShort() << 32 & 0xFFFF_0000_0000L | in.getInt() & 0xFFFF_FFFFL);
    }

    void write(ByteBuffer out) {
        out.putShort((short) (bits >>> 32)).putInt((int) bits);
    }

    /** Whether it stands for one device and not for many. */
    public boolean single() {
        return (bits & GROUP) == 0;
    }
}
