package dev.vmkit.plugins.virtio.queue;

import java.util.List;
import java.util.stream.Stream;

/**
 * One request of a driver: bytes for the device to read, then bytes for it to write, wherever in memory they lie. How the
 * driver cut them into descriptors makes no difference (section 2.7.4). Too few bytes for what the device wants of them,
 * or bytes that are not in memory, are a {@link RingFault}.
 */
public final class Chain {
    /** Bytes that a request moves at most. */
    public static final int MOST_BYTES = 1 << 24;

    private final GuestMemory memory;
    private final int head;
    private final Buffers readable;
    private final Buffers writable;
    private int read;
    private int written;
    private int charged;

    Chain(GuestMemory memory, int head, List<Descriptor> descriptors) {
        requireOrder(descriptors);
        requireSize(descriptors);
        this.memory = memory;
        this.head = head;
        this.readable =
                new Buffers(descriptors.stream().takeWhile(d -> !d.writable()).toList());
        this.writable =
                new Buffers(descriptors.stream().dropWhile(d -> !d.writable()).toList());
    }

    /** Section 2.7.4.2: what the device writes comes after what it reads. */
    private static void requireOrder(List<Descriptor> descriptors) {
        Stream<Descriptor> second = descriptors.stream().dropWhile(d -> !d.writable());
        if (!second.allMatch(Descriptor::writable)) {
            throw new RingFault("bytes to read after bytes to write");
        }
    }

    private static void requireSize(List<Descriptor> descriptors) {
        long bytes = descriptors.stream().mapToLong(Descriptor::length).sum();
        if (bytes > MOST_BYTES) {
            throw new RingFault("a request of " + bytes + " bytes; at most " + MOST_BYTES + " are moved");
        }
    }

    /** The descriptor it starts with, by which the driver knows it. */
    int head() {
        return head;
    }

    /** Bytes that are left to read. */
    public int readable() {
        return readable.left();
    }

    /** Bytes for which there is room. */
    public int writable() {
        return writable.left();
    }

    /** Bytes written so far. */
    public int written() {
        return written;
    }

    /** Bytes moved so far in either direction, and those it was charged for. */
    public int cost() {
        return read + written + charged;
    }

    /**
     * Says that serving the chain takes about as long as moving some bytes more.
     *
     * @param bytes at most {@link #MOST_BYTES}
     */
    public void charge(int bytes) {
        charged += bytes;
    }

    /** Takes the next {@code length} bytes of those to read. */
    public void read(byte[] target, int from, int length) {
        readable.next(length, (address, done, bytes) -> memory.read(address, target, from + done, bytes));
        read += length;
    }

    /** Puts {@code length} bytes into the next of those to write. */
    public void write(byte[] source, int from, int length) {
        writable.next(length, (address, done, bytes) -> memory.write(address, source, from + done, bytes));
        written += length;
    }

    /** Leaves the next {@code length} bytes to write as they are. */
    public void skip(int length) {
        writable.next(length, (address, done, bytes) -> {});
    }
}
