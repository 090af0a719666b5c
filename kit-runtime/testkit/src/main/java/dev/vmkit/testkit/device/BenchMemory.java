package dev.vmkit.testkit.device;

import dev.vmkit.api.DmaPort;
import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.machine.device.RunningDevice;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Bytes;
import dev.vmkit.machine.memory.Ram;

/**
 * What a device under test may reach: 1 MiB of RAM from address 0, a page of ROM, and the device's own registers, all
 * little-endian. The rest of 56 bits of address is empty.
 */
public final class BenchMemory implements DmaPort {
    /** Where ROM lies. */
    public static final long ROM = 0x2000_0000L;

    /** Where the device's own registers lie, if it has any. */
    public static final long DEVICE = 0x4000_0000L;

    /** Bytes of RAM. */
    public static final int SIZE = 1 << 20;

    private static final int ADDRESS_WIDTH = 56;

    private final AddressSpace space = new AddressSpace("bench", ADDRESS_WIDTH, 8, ByteOrder.LITTLE, true);
    private final Ram ram = new Ram(SIZE, 1, true);

    BenchMemory() {
        space.map(0, ram);
        space.map(ROM, new Ram(Ram.PAGE_BYTES, 1, false));
    }

    /** Puts the device's registers beside the memory. */
    void show(RunningDevice device) {
        if (device.window().size() > 0 && device.definition().unit() == 8) {
            space.map(DEVICE, device.window());
        }
    }

    /** The RAM itself, for tests that watch it. */
    public Ram ram() {
        return ram;
    }

    /** The 64 bits at an address in RAM. */
    public long word(int address) {
        return number(address, 64);
    }

    /** Sets the 64 bits at an address in RAM. */
    public void word(int address, long value) {
        number(address, 64, value);
    }

    /** The bits at an address in RAM: 8, 16, 32 or 64. */
    public long number(int address, int width) {
        return Bytes.get(ram.bytes(), address, width, false);
    }

    /** Sets some bits at an address in RAM: 8, 16, 32 or 64. */
    public void number(int address, int width, long value) {
        Bytes.set(ram.bytes(), address, width, false, value);
    }

    @Override
    public boolean read(long address, byte[] target, int from, int length) {
        return space.readBytes(address, target, from, length);
    }

    @Override
    public boolean write(long address, byte[] source, int from, int length) {
        return space.writeBytes(address, source, from, length);
    }
}
