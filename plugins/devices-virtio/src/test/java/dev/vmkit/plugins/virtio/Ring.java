package dev.vmkit.plugins.virtio;

import dev.vmkit.testkit.device.BenchMemory;
import dev.vmkit.testkit.device.DeviceBench;
import java.util.Arrays;

/** A split virtqueue, seen from the driver (virtio 1.2, section 2.7), with every field open to misuse. */
final class Ring {
    static final int NEXT = 1;
    static final int WRITE = 2;
    static final int INDIRECT = 4;

    private final DeviceBench bench;
    private final BenchMemory memory;
    private final int number;
    private final int size;
    private final int base;
    private int free;
    private int firstFree;
    private int nextAvailable;
    private int seen;

    Ring(DeviceBench bench, int number, int size, int base, int bytes) {
        this.bench = bench;
        this.memory = bench.memory();
        this.number = number;
        this.size = size;
        this.base = base;
        Arrays.fill(memory.ram().bytes(), base, base + bytes, (byte) 0);
        free = used() + 0x1000;
    }

    int table() {
        return base;
    }

    int available() {
        return base + 16 * size;
    }

    int used() {
        return base + 18 * size + 6 + 3 & ~3;
    }

    /** Some bytes of memory that nobody uses, 16-byte aligned. */
    int room(int bytes) {
        int at = free + 15 & ~15;
        free = at + bytes;
        return at;
    }

    /** Memory that holds these bytes. */
    int holding(byte[] bytes) {
        int at = room(bytes.length);
        System.arraycopy(bytes, 0, memory.ram().bytes(), at, bytes.length);
        return at;
    }

    /** Fills in one descriptor. */
    void descriptor(int index, long address, long length, int flags, int next) {
        entry(table() + 16 * index, address, length, flags, next);
    }

    /** Fills in a descriptor anywhere in memory, for indirect tables. */
    void entry(int at, long address, long length, int flags, int next) {
        memory.word(at, address);
        memory.number(at + 8, 32, length);
        memory.number(at + 12, 16, flags);
        memory.number(at + 14, 16, next);
    }

    /** Puts a chain into the available ring. */
    void offer(int head) {
        memory.number(available() + 4 + 2 * (nextAvailable % size), 16, head);
        availableIndex(nextAvailable + 1);
    }

    void availableIndex(int index) {
        nextAvailable = index & 0xFFFF;
        memory.number(available() + 2, 16, nextAvailable);
    }

    void availableFlags(int flags) {
        memory.number(available(), 16, flags);
    }

    /** With the event index: of which used chain the driver wants to hear. */
    void usedEvent(int index) {
        memory.number(available() + 4 + 2 * size, 16, index);
    }

    /** With the event index: of which available chain the device wants to hear. */
    int availableEvent() {
        return (int) memory.number(used() + 4 + 8 * size, 16);
    }

    int usedIndex() {
        return (int) memory.number(used() + 2, 16);
    }

    /** Tells the device to look. */
    void kick() {
        bench.write(GuestDriver.QUEUE_NOTIFY, 32, number);
    }

    /** Lays a request out in descriptors that follow each other, and offers it. */
    void offer(Request request) {
        firstFree = request.layOut(this, memory, firstFree, size);
        offer(request.head());
    }

    /** Offers a request and tells the device. */
    void send(Request request) {
        offer(request);
        kick();
    }

    /** How many bytes the device says it wrote for the oldest chain that it gave back and nobody has seen. */
    long written() {
        if (seen == usedIndex()) {
            throw new AssertionError("the device has not used the request");
        }
        int element = used() + 4 + 8 * (seen % size);
        seen = seen + 1 & 0xFFFF;
        return memory.number(element + 4, 32);
    }
}
