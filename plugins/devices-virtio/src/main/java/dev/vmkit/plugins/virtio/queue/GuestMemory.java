package dev.vmkit.plugins.virtio.queue;

import dev.vmkit.api.DmaPort;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The memory that the device was granted, in the little-endian numbers of virtio. Where there is none, a fault. */
public final class GuestMemory {
    private final DmaPort port;
    private final byte[] number = new byte[Short.BYTES];

    public GuestMemory(DmaPort port) {
        this.port = port;
    }

    int read16(long address) {
        read(address, number, 0, Short.BYTES);
        return number[0] & 0xFF | (number[1] & 0xFF) << 8;
    }

    void write16(long address, int value) {
        number[0] = (byte) value;
        number[1] = (byte) (value >>> 8);
        write(address, number, 0, Short.BYTES);
    }

    /** A copy of {@code length} bytes, to be read as numbers. */
    ByteBuffer read(long address, int length) {
        byte[] bytes = new byte[length];
        read(address, bytes, 0, length);
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    void read(long address, byte[] target, int from, int length) {
        require(port.read(address, target, from, length), address, length);
    }

    void write(long address, byte[] source, int from, int length) {
        require(port.write(address, source, from, length), address, length);
    }

    private static void require(boolean done, long address, int length) {
        if (!done) {
            throw new RingFault(length + " bytes at 0x" + Long.toHexString(address) + " are out of reach");
        }
    }
}
