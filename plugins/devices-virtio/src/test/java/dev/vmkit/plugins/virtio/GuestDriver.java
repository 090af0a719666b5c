package dev.vmkit.plugins.virtio;

import dev.vmkit.testkit.device.DeviceBench;
import java.util.ArrayList;
import java.util.List;

/**
 * A driver for tests, in the words of the standard (virtio 1.2, sections 3.1 and 4.2). {@link #start} does all that a
 * well-behaved driver does; hostile tests do it by hand.
 */
final class GuestDriver {
    static final int DEVICE_FEATURES = 0x010;
    static final int DEVICE_FEATURES_SEL = 0x014;
    static final int DRIVER_FEATURES = 0x020;
    static final int DRIVER_FEATURES_SEL = 0x024;
    static final int QUEUE_SEL = 0x030;
    static final int QUEUE_NUM_MAX = 0x034;
    static final int QUEUE_NUM = 0x038;
    static final int QUEUE_READY = 0x044;
    static final int QUEUE_NOTIFY = 0x050;
    static final int INTERRUPT_STATUS = 0x060;
    static final int INTERRUPT_ACK = 0x064;
    static final int STATUS = 0x070;
    static final int QUEUE_DESC = 0x080;
    static final int QUEUE_DRIVER = 0x090;
    static final int QUEUE_DEVICE = 0x0A0;
    static final int QUEUE_RESET = 0x0C0;
    static final int CONFIG_GENERATION = 0x0FC;
    static final int CONFIGURATION = 0x100;

    static final int ACKNOWLEDGE = 1;
    static final int DRIVER = 2;
    static final int DRIVER_OK = 4;
    static final int FEATURES_OK = 8;
    static final int NEEDS_RESET = 64;

    static final long INDIRECT = 1L << 28;
    static final long EVENT_INDEX = 1L << 29;
    static final long VERSION_1 = 1L << 32;
    static final long QUEUE_BY_QUEUE = 1L << 40;

    /** Each queue has 64 KiB of the bench's memory for its rings and buffers, from here on. */
    private static final int FIRST_QUEUE = 0x10000;

    private static final int QUEUE_BYTES = 0x10000;

    private final DeviceBench bench;
    private final List<Ring> rings = new ArrayList<>();

    GuestDriver(DeviceBench bench) {
        this.bench = bench;
    }

    /** Takes the device into operation with rings of {@code size} entries. */
    GuestDriver start(long features, int queues, int size) {
        reset();
        negotiate(features);
        for (int i = 0; i < queues; i++) {
            enable(i, size);
        }
        status(DRIVER_OK);
        return this;
    }

    void reset() {
        set(STATUS, 0);
        rings.clear();
    }

    void negotiate(long features) {
        status(ACKNOWLEDGE);
        status(DRIVER);
        accept(features);
        status(FEATURES_OK);
    }

    void accept(long features) {
        set(DRIVER_FEATURES_SEL, 0);
        set(DRIVER_FEATURES, features);
        set(DRIVER_FEATURES_SEL, 1);
        set(DRIVER_FEATURES, features >>> 32);
    }

    /** Sets a status bit beside those that are set. */
    void status(int bit) {
        set(STATUS, get(STATUS) | bit);
    }

    long status() {
        return get(STATUS);
    }

    boolean needsReset() {
        return (status() & NEEDS_RESET) != 0;
    }

    long offered() {
        set(DEVICE_FEATURES_SEL, 1);
        long high = get(DEVICE_FEATURES);
        set(DEVICE_FEATURES_SEL, 0);
        return high << 32 | get(DEVICE_FEATURES);
    }

    /** Clears the memory of a queue, tells the device where its rings are, and makes it ready. */
    Ring enable(int number, int size) {
        Ring ring = new Ring(bench, number, size, FIRST_QUEUE + number * QUEUE_BYTES, QUEUE_BYTES);
        while (rings.size() <= number) {
            rings.add(ring);
        }
        rings.set(number, ring);
        describe(number, size, ring.table(), ring.available(), ring.used());
        set(QUEUE_READY, 1);
        return ring;
    }

    void describe(int number, long size, long table, long available, long used) {
        set(QUEUE_SEL, number);
        set(QUEUE_NUM, size);
        address(QUEUE_DESC, table);
        address(QUEUE_DRIVER, available);
        address(QUEUE_DEVICE, used);
    }

    private void address(int register, long value) {
        set(register, value);
        set(register + 4, value >>> 32);
    }

    Ring ring(int number) {
        return rings.get(number);
    }

    long get(int register) {
        return bench.read(register, 32);
    }

    void set(int register, long value) {
        bench.write(register, 32, value & 0xFFFF_FFFFL);
    }

    /** Acknowledges what interrupts there are; the reasons there were. */
    long acknowledge() {
        long reasons = get(INTERRUPT_STATUS);
        set(INTERRUPT_ACK, reasons);
        return reasons;
    }
}
