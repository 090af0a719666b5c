package dev.vmkit.layers.network.packet;

import java.nio.ByteBuffer;

/** The checksum of RFC 1071: the complement of the sum of all 16-bit words in one's complement arithmetic. */
final class InternetChecksum {
    private long sum;

    /** Adds bytes; only the last that are added may be odd in number. */
    InternetChecksum add(byte[] bytes, int from, int length) {
        for (int i = 0; i < length; i++) {
            int value = bytes[from + i] & 0xFF;
            sum += (i & 1) == 0 ? value << 8 : value;
        }
        return this;
    }

    /** Adds what TCP and UDP sum up besides their own bytes. */
    InternetChecksum addPseudoHeader(Ipv4Address from, Ipv4Address to, int protocol, int length) {
        byte[] header = ByteBuffer.allocate(12)
                .putInt(from.bits())
                .putInt(to.bits())
                .putShort((short) protocol)
                .putShort((short) length)
                .array();
        return add(header, 0, header.length);
    }

    /** The checksum; of bytes that hold their own, 0 if they are as they were sent. */
    int value() {
        long folded = (sum & 0xFFFF) + (sum >>> 16);
        folded = (folded & 0xFFFF) + (folded >>> 16);
        folded = (folded & 0xFFFF) + (folded >>> 16);
        return (int) (~folded & 0xFFFF);
    }

    static int of(byte[] bytes, int length) {
        return new InternetChecksum().add(bytes, 0, length).value();
    }
}
