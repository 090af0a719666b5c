package dev.vmkit.layers.network.packet;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A segment of the Transmission Control Protocol (RFC 9293). Urgent data is data like any other (RFC 6093): the urgent
 * pointer is not read.
 *
 * @param sequence, acknowledgement numbers modulo 2^32
 * @param flags a sum of {@link #FIN}, {@link #SYN}, {@link #RST}, {@link #PSH} and {@link #ACK}
 * @param window bytes that the sender takes, within [0, 65535]
 * @param segmentSize bytes of the largest payload that the sender takes, where it says so
 */
public record TcpSegment(
        int fromPort,
        int toPort,
        int sequence,
        int acknowledgement,
        int flags,
        int window,
        OptionalInt segmentSize,
        byte[] payload) {
    public static final int FIN = 1;
    public static final int SYN = 2;
    public static final int RST = 4;
    public static final int PSH = 8;
    public static final int ACK = 16;

    /** Bytes that one segment carries over an Ethernet. */
    public static final int MOST = Ipv4Packet.MOST - TcpSegment.HEADER;

    private static final int HEADER = 20;
    private static final int KNOWN_FLAGS = FIN | SYN | RST | PSH | ACK;
    private static final int END_OF_OPTIONS = 0;
    private static final int NO_OPTION = 1;
    private static final int SEGMENT_SIZE = 2;

    /** The segment in a packet, if there is one. */
    public static Optional<TcpSegment> read(Ipv4Packet packet) {
        byte[] bytes = packet.payload();
        int header = bytes.length < HEADER ? 0 : (bytes[12] >>> 4 & 0xF) * 4;
        if (header < HEADER || header > bytes.length || checksum(packet.from(), packet.to(), bytes) != 0) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        return Optional.of(new TcpSegment(
                in.getShort(0) & 0xFFFF,
                in.getShort(2) & 0xFFFF,
                in.getInt(4),
                in.getInt(8),
                bytes[13] & KNOWN_FLAGS,
                in.getShort(14) & 0xFFFF,
                segmentSize(in.slice(HEADER, header - HEADER)),
                Arrays.copyOfRange(bytes, header, bytes.length)));
    }

    private static OptionalInt segmentSize(ByteBuffer options) {
        while (options.hasRemaining()) {
            int kind = options.get();
            if (kind == END_OF_OPTIONS || kind != NO_OPTION && !options.hasRemaining()) {
                return OptionalInt.empty();
            }
            int length = kind == NO_OPTION ? 0 : (options.get() & 0xFF) - 2;
            if (length < 0 || length > options.remaining()) {
                return OptionalInt.empty();
            }
            if (kind == SEGMENT_SIZE && length == 2) {
                return OptionalInt.of(options.getShort() & 0xFFFF);
            }
            options.position(options.position() + length);
        }
        return OptionalInt.empty();
    }

    private static int checksum(Ipv4Address from, Ipv4Address to, byte[] bytes) {
        return new InternetChecksum()
                .addPseudoHeader(from, to, Ipv4Packet.TCP, bytes.length)
                .add(bytes, 0, bytes.length)
                .value();
    }

    /** Whether one of some flags is set. */
    public boolean has(int some) {
        return (flags & some) != 0;
    }

    /** Numbers it takes of the sequence: one a byte, one for SYN and one for FIN. */
    public int length() {
        return payload.length + (has(SYN) ? 1 : 0) + (has(FIN) ? 1 : 0);
    }

    /** The packet that carries it. */
    public Ipv4Packet between(Ipv4Address from, Ipv4Address to) {
        int header = HEADER + (segmentSize.isPresent() ? 4 : 0);
        ByteBuffer out = ByteBuffer.allocate(header + payload.length);
        out.putShort((short) fromPort).putShort((short) toPort).putInt(sequence).putInt(acknowledgement);
        out.put((byte) (header / 4 << 4)).put((byte) flags).putShort((short) window);
        out.putInt(0);
        segmentSize.ifPresent(size -> out.put((byte) SEGMENT_SIZE).put((byte) 4).putShort((short) size));
        out.put(payload);
        out.putShort(16, (short) checksum(from, to, out.array()));
        return new Ipv4Packet(from, to, Ipv4Packet.TCP, out.array());
    }
}
