package dev.vmkit.layers.network.packet;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A question to a name server (RFC 1035).
 *
 * @param recursion whether the client wants others to be asked too
 * @param name in lower case, without a dot at its end
 * @param type of what is asked for: {@link #ADDRESS} and others
 * @param bytes the question as it was asked
 */
public record DnsQuestion(int id, boolean recursion, String name, int type, byte[] bytes) {
    /** An IPv4 address. */
    public static final int ADDRESS = 1;

    private static final int HEADER = 12;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_NAME = 255;
    private static final int INTERNET = 1;
    private static final int RESPONSE = 0x8400; // from one who knows
    private static final int RECURSION = 0x0180; // wanted and available
    private static final int SAME_NAME = 0xC000 | HEADER;
    private static final int NO_SUCH_NAME = 3;
    private static final int MINUTE = 60;

    /** The question of a message, if it is one question about the Internet. */
    public static Optional<DnsQuestion> read(byte[] message) {
        if (message.length < HEADER) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(message);
        int flags = in.getShort(2);
        boolean query = (flags & 0xF800) == 0 && in.getShort(4) == 1;
        return query ? name(in.position(HEADER)).flatMap(name -> read(in, name)) : Optional.empty();
    }

    private static Optional<DnsQuestion> read(ByteBuffer in, String name) {
        if (in.remaining() < 4) {
            return Optional.empty();
        }
        int type = in.getShort() & 0xFFFF;
        boolean internet = in.getShort() == INTERNET;
        byte[] question = new byte[in.position() - HEADER];
        in.get(HEADER, question);
        boolean recursion = (in.getShort(2) & 0x0100) != 0;
        return internet
                ? Optional.of(new DnsQuestion(in.getShort(0) & 0xFFFF, recursion, name, type, question))
                : Optional.empty();
    }

    /** A question has nothing before it that its name could refer to. */
    private static Optional<String> name(ByteBuffer in) {
        StringBuilder name = new StringBuilder();
        while (in.hasRemaining()) {
            int length = in.get() & 0xFF;
            if (length == 0) {
                return Optional.of(name.toString());
            }
            if (length > LONGEST_LABEL || length > in.remaining() || name.length() + length >= LONGEST_NAME) {
                return Optional.empty();
            }
            byte[] label = new byte[length];
            in.get(label);
            name.append(name.isEmpty() ? "" : ".");
            name.append(new String(label, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT));
        }
        return Optional.empty();
    }

    /** The answer that the name has this address. */
    public byte[] answer(Ipv4Address address) {
        ByteBuffer out = header(0, 1, 16);
        out.putShort((short) SAME_NAME).putShort((short) ADDRESS).putShort((short) INTERNET);
        return out.putInt(MINUTE).putShort((short) 4).putInt(address.bits()).array();
    }

    /** The answer that the name has nothing of the type that was asked for. */
    public byte[] nothing() {
        return header(0, 0, 0).array();
    }

    /** The answer that there is no such name. */
    public byte[] noSuchName() {
        return header(NO_SUCH_NAME, 0, 0).array();
    }

    private ByteBuffer header(int code, int answers, int more) {
        ByteBuffer out = ByteBuffer.allocate(HEADER + bytes.length + more);
        out.putShort((short) id).putShort((short) (RESPONSE | (recursion ? RECURSION : 0) | code));
        return out.putShort((short) 1).putShort((short) answers).putInt(0).put(bytes);
    }
}
