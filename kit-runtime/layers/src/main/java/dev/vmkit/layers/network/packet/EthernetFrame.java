package dev.vmkit.layers.network.packet;

import dev.vmkit.api.NetworkPort;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * A frame of Ethernet (IEEE 802.3, with a type in place of a length).
 *
 * @param payload may end with padding
 */
public record EthernetFrame(Mac to, Mac from, int type, byte[] payload) {
    public static final int IPV4 = 0x0800;
    public static final int ARP = 0x0806;

    /** The frame of these bytes, if they are one. */
    public static Optional<EthernetFrame> read(byte[] bytes) {
        if (bytes.length < NetworkPort.HEADER || bytes.length > NetworkPort.LONGEST) {
            return Optional.empty();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        byte[] payload = Arrays.copyOfRange(bytes, NetworkPort.HEADER, bytes.length);
        return Optional.of(new EthernetFrame(Mac.read(in), Mac.read(in), in.getShort() & 0xFFFF, payload));
    }

    public byte[] bytes() {
        ByteBuffer out = ByteBuffer.allocate(NetworkPort.HEADER + payload.length);
        to.write(out);
        from.write(out);
        return out.putShort((short) type).put(payload).array();
    }
}
