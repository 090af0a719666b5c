package dev.vmkit.layers.network.packet;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** A datagram (RFC 768). */
public record UdpDatagram(int fromPort, int toPort, byte[] payload) {
    /** Bytes that one datagram carries over an Ethernet. */
    public static final int MOST = Ipv4Packet.MOST - UdpDatagram.HEADER;

    private static final int HEADER = 8;

    /** The datagram in a packet, if there is one. */
    public static Optional<UdpDatagram> read(Ipv4Packet packet) {
        byte[] bytes = packet.payload();
        if (bytes.length < HEADER) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        int length = in.getShort(4) & 0xFFFF;
        if (length < HEADER || length > bytes.length || !intact(packet, length)) {
            return Optional.empty();
        }
        byte[] payload = Arrays.copyOfRange(bytes, HEADER, length);
        return Optional.of(new UdpDatagram(in.getShort(0) & 0xFFFF, in.getShort(2) & 0xFFFF, payload));
    }

    /** A checksum of 0 says that there is none. */
    private static boolean intact(Ipv4Packet packet, int length) {
        byte[] bytes = packet.payload();
        return bytes[6] == 0 && bytes[7] == 0 || checksum(packet.from(), packet.to(), bytes, length) == 0;
    }

    private static int checksum(Ipv4Address from, Ipv4Address to, byte[] bytes, int length) {
        return new InternetChecksum()
                .addPseudoHeader(from, to, Ipv4Packet.UDP, length)
                .add(bytes, 0, length)
                .value();
    }

    /** The packet that carries it. */
    public Ipv4Packet between(Ipv4Address from, Ipv4Address to) {
        ByteBuffer out = ByteBuffer.allocate(HEADER + payload.length);
        out.putShort((short) fromPort).putShort((short) toPort);
        out.putShort((short) out.capacity()).putShort((short) 0).put(payload);
        int checksum = checksum(from, to, out.array(), out.capacity());
        out.putShort(6, (short) (checksum == 0 ? 0xFFFF : checksum));
        return new Ipv4Packet(from, to, Ipv4Packet.UDP, out.array());
    }
}
