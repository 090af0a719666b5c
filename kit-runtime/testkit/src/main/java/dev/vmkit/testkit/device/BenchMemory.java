package dev.vmkit.testkit.device;

import dev.vmkit.api.DmaPort;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Memory that a device under test may reach. */
public final class BenchMemory implements DmaPort {
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);

    /** The 64 bits at an address. */
    public long word(int address) {
        return bytes.getLong(address);
    }

    /** Sets the 64 bits at an address. */
    public void word(int address, long value) {
        bytes.putLong(address, value);
    }

    @Override
    public boolean read(long address, byte[] target, int from, int length) {
        boolean inside = inside(address, length);
        if (inside) {
            bytes.get((int) address, target, from, length);
        }
        return inside;
    }

    @Override
    public boolean write(long address, byte[] source, int from, int length) {
        boolean inside = inside(address, length);
        if (inside) {
            bytes.put((int) address, source, from, length);
        }
        return inside;
    }

    private boolean inside(long address, int length) {
        return address >= 0 && address <= bytes.capacity() - length;
    }
}
