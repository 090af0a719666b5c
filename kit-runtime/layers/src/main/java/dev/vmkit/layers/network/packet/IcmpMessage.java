package dev.vmkit.layers.network.packet;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A message about the network itself (RFC 792).
 *
 * @param rest of the header, four bytes; an echo's name
 */
public record IcmpMessage(int type, int code, int rest, byte[] data) {
    public static final int ECHO_REPLY = 0;
    public static final int ECHO = 8;

    /** Code of an unreachable destination: nobody listens at the port. */
    public static final int PORT = 3;

    /** Code of an unreachable destination: this network leads nowhere (RFC 1812, 5.2.7.1). */
    public static final int PROHIBITED = 13;

    private static final int HEADER = 8;
    private static final int UNREACHABLE = 3;
    private static final int QUOTED = 28;

    /** The message of these bytes, if they are one. */
    public static Optional<IcmpMessage> read(byte[] bytes) {
        if (bytes.length < HEADER || InternetChecksum.of(bytes, bytes.length) != 0) {
            return Optional.empty();
        }
        int rest = ByteBuffer.wrap(bytes).getInt(4);
        byte[] data = Arrays.copyOfRange(bytes, HEADER, bytes.length);
        return Optional.of(new IcmpMessage(bytes[0] & 0xFF, bytes[1] & 0xFF, rest, data));
    }

    /** The destination of a packet cannot be reached; the message quotes its first bytes. */
    public static IcmpMessage unreachable(int code, Ipv4Packet packet) {
        byte[] whole = packet.bytes();
        return new IcmpMessage(UNREACHABLE, code, 0, Arrays.copyOf(whole, Math.min(whole.length, QUOTED)));
    }

    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(HEADER + data.length);
        out.put((byte) type).put((byte) code).putShort((short) 0).putInt(rest).put(data);
        return out.putShort(2, (short) InternetChecksum.of(out.array(), out.capacity()))
                .array();
    }
}
