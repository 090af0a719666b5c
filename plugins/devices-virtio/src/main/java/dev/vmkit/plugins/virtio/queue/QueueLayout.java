package dev.vmkit.plugins.virtio.queue;

import dev.vmkit.api.StateTree;

/**
 * Where a driver put the three parts of a queue (section 2.7).
 *
 * @param size descriptors
 * @param descriptors address of the descriptor table
 * @param driver address of the available ring, which the driver writes
 * @param device address of the used ring, which the device writes
 */
public record QueueLayout(int size, long descriptors, long driver, long device) {

    static QueueLayout of(int size) {
        return new QueueLayout(size, 0, 0, 0);
    }

    public QueueLayout withSize(int value) {
        return new QueueLayout(value, descriptors, driver, device);
    }

    public QueueLayout withDescriptors(long address) {
        return new QueueLayout(size, address, driver, device);
    }

    public QueueLayout withDriver(long address) {
        return new QueueLayout(size, descriptors, address, device);
    }

    public QueueLayout withDevice(long address) {
        return new QueueLayout(size, descriptors, driver, address);
    }

    void check(int most) {
        if (!possible(most)) {
            throw new RingFault("impossible queue: " + this);
        }
    }

    /** Whether the size is a power of 2 up to {@code most}, and the parts are aligned and do not wrap around. */
    boolean possible(int most) {
        return size > 0
                && size <= most
                && Integer.bitCount(size) == 1
                && lies(descriptors, 16L * size, 16)
                && lies(driver, 6 + 2L * size, 2)
                && lies(device, 6 + 8L * size, 4);
    }

    private static boolean lies(long address, long bytes, int alignment) {
        return address % alignment == 0 && Long.compareUnsigned(address, address + bytes) < 0;
    }

    StateTree save() {
        return StateTree.EMPTY
                .with("size", size)
                .with("descriptors", descriptors)
                .with("driver", driver)
                .with("device", device);
    }

    static QueueLayout load(StateTree state) {
        return new QueueLayout(
                (int) state.number("size", Integer.MIN_VALUE, Integer.MAX_VALUE),
                state.number("descriptors"),
                state.number("driver"),
                state.number("device"));
    }
}
