package dev.vmkit.layers.network.packet;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A message of the Dynamic Host Configuration Protocol (RFC 2131).
 *
 * @param request whether it comes from a client
 * @param transaction a number by which a client finds its answer
 * @param flags as the client gave them
 * @param current the address that the client has
 * @param offered the address that the client gets
 * @param client the client's device
 * @param options by number (RFC 2132), of at most 255 bytes each
 */
public record DhcpMessage(
        boolean request,
        int transaction,
        int flags,
        Ipv4Address current,
        Ipv4Address offered,
        Mac client,
        Map<Integer, byte[]> options) {
    private static final int FIXED = 240;
    private static final int SHORTEST = 300; // of BOOTP, RFC 1542, 2.1
    private static final int ETHERNET = 0x0106;
    private static final int CLIENT = 28;
    private static final int COOKIE_AT = 236;
    private static final int COOKIE = 0x63825363;
    private static final int PAD = 0;
    private static final int END = 255;

    public DhcpMessage {
        options = new TreeMap<>(options);
    }

    /** The message of these bytes, if they are one for an Ethernet. */
    public static Optional<DhcpMessage> read(byte[] bytes) {
        if (bytes.length < FIXED) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        boolean known = in.getShort(1) == ETHERNET && in.getInt(COOKIE_AT) == COOKIE;
        if (!known || bytes[0] != 1 && bytes[0] != 2) {
            return Optional.empty();
        }
        return Optional.of(new DhcpMessage(
                bytes[0] == 1,
                in.getInt(4),
                in.getShort(10) & 0xFFFF,
                new Ipv4Address(in.getInt(12)),
                new Ipv4Address(in.getInt(16)),
                Mac.read(in.position(CLIENT)),
                options(in.position(FIXED))));
    }

    /** Those that are there whole; the first of those that are there twice. */
    private static Map<Integer, byte[]> options(ByteBuffer in) {
        Map<Integer, byte[]> options = new TreeMap<>();
        while (in.hasRemaining()) {
            int number = in.get() & 0xFF;
            if (number == END) {
                break;
            }
            if (number != PAD) {
                int length = in.hasRemaining() ? in.get() & 0xFF : Integer.MAX_VALUE;
                if (length > in.remaining()) {
                    break;
                }
                byte[] value = new byte[length];
                in.get(value);
                options.putIfAbsent(number, value);
            }
        }
        return options;
    }

    public byte[] bytes() {
        int size = FIXED + 1;
        for (byte[] value : options.values()) {
            size += 2 + value.length;
        }
        ByteBuffer out = ByteBuffer.allocate(Math.max(size, SHORTEST));
        out.put((byte) (request ? 1 : 2))
                .putShort((short) ETHERNET)
                .put((byte) 0)
                .putInt(transaction);
        out.putShort((short) 0).putShort((short) flags).putInt(current.bits()).putInt(offered.bits());
        client.write(out.position(CLIENT));
        out.putInt(COOKIE_AT, COOKIE).position(FIXED);
        options.forEach((number, value) ->
                out.put(number.byteValue()).put((byte) value.length).put(value));
        return out.put((byte) END).array();
    }
}
