package dev.vmkit.layers.network.packet;

import java.nio.ByteBuffer;
import java.util.Optional;

/** A question for the device that has an address, or its answer (RFC 826). */
public record ArpPacket(boolean request, Mac senderMac, Ipv4Address sender, Mac targetMac, Ipv4Address target) {
    private static final int SIZE = 28;
    private static final long ETHERNET_AND_IPV4 = 0x0001_0800_0604L;
    private static final int REQUEST = 1;
    private static final int REPLY = 2;

    /** The packet at the start of these bytes, if it is one. */
    public static Optional<ArpPacket> read(byte[] bytes) {
        if (bytes.length < SIZE) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        long kinds = (long) in.getInt() << 16 | in.getShort() & 0xFFFF;
        int operation = in.getShort();
        if (kinds != ETHERNET_AND_IPV4 || operation != REQUEST && operation != REPLY) {
            return Optional.empty();
        }
        return Optional.of(new ArpPacket(
                operation == REQUEST,
                Mac.read(in),
                new Ipv4Address(in.getInt()),
                Mac.read(in),
                new Ipv4Address(in.getInt())));
    }

    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(SIZE);
        out.putInt((int) (ETHERNET_AND_IPV4 >>> 16)).putShort((short) ETHERNET_AND_IPV4);
        out.putShort((short) (request ? REQUEST : REPLY));
        senderMac.write(out);
        out.putInt(sender.bits());
        targetMac.write(out);
        return out.putInt(target.bits()).array();
    }
}
