package dev.vmkit.layers.network.packet;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** A packet of the Internet Protocol, version 4 (RFC 791). It is whole: fragments are not put together. */
public record Ipv4Packet(Ipv4Address from, Ipv4Address to, int protocol, byte[] payload) {
    public static final int ICMP = 1;
    public static final int TCP = 6;
    public static final int UDP = 17;

    /** Bytes that one packet carries over an Ethernet. */
    public static final int MOST = 1500 - Ipv4Packet.HEADER;

    static final int HEADER = 20;

    private static final int VERSION_AND_HEADER = 0x45;
    private static final int TIME_TO_LIVE = 64;
    private static final int DO_NOT_FRAGMENT = 0x4000;
    private static final int FRAGMENT = 0x3FFF; // more fragments, or not the first

    /** The packet at the start of these bytes, if it is a whole one; its options are dropped. */
    public static Optional<Ipv4Packet> read(byte[] bytes) {
        if (bytes.length < HEADER || bytes[0] >>> 4 != 4) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int header = (bytes[0] & 0xF) * 4;
        int total = in.getShort(2) & 0xFFFF;
        boolean sound = header >= HEADER
                && total >= header
                && total <= bytes.length
                && InternetChecksum.of(bytes, header) == 0
                && (in.getShort(6) & FRAGMENT) == 0;
        if (!sound) {
            return Optional.empty();
        }
        return Optional.of(new Ipv4Packet(
                new Ipv4Address(in.getInt(12)),
                new Ipv4Address(in.getInt(16)),
                in.get(9) & 0xFF,
                Arrays.copyOfRange(bytes, header, total)));
    }

    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(HEADER + payload.length);
        out.put((byte) VERSION_AND_HEADER).put((byte) 0).putShort((short) out.capacity());
        out.putShort((short) 0).putShort((short) DO_NOT_FRAGMENT);
        out.put((byte) TIME_TO_LIVE).put((byte) protocol).putShort((short) 0);
        out.putInt(from.bits()).putInt(to.bits()).put(payload);
        return out.putShort(10, (short) InternetChecksum.of(out.array(), HEADER))
                .array();
    }
}
