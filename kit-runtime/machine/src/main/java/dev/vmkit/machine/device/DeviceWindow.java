package dev.vmkit.machine.device;

import dev.vmkit.api.Device;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.machine.memory.Access;
import dev.vmkit.machine.memory.AccessFault;
import dev.vmkit.machine.memory.Window;

/** What a guest sees of a device: only accesses that its definition allows reach it, and what it throws carries its name. */
public final class DeviceWindow implements Window {
    private final PartName part;
    private final DeviceDefinition definition;
    private final Device device;
    private final long size;

    DeviceWindow(PartName part, DeviceDefinition definition, Device device, long size) {
        this.part = part;
        this.definition = definition;
        this.device = device;
        this.size = size;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public long read(long offset, int width) {
        require(Access.LOAD, offset, width);
        return part.number(() -> device.read(offset, width)) & mask(width);
    }

    @Override
    public void write(long offset, int width, long value) {
        require(Access.STORE, offset, width);
        part.run(() -> device.write(offset, width, value & mask(width)));
    }

    private void require(Access access, long offset, int width) {
        long units = width / definition.unit();
        if (!definition.widths().contains(width) || offset < 0 || offset > size - units) {
            throw new AccessFault(access, offset);
        }
    }

    private static long mask(int width) {
        return -1L >>> (64 - width);
    }
}
