package dev.vmkit.plugins.virtio;

import dev.vmkit.testkit.device.BenchMemory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A chain of buffers as a driver makes it: first those the device reads, then those it writes. */
final class Request {
    private final List<byte[]> toRead = new ArrayList<>();
    private final List<Integer> toWrite = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();
    private BenchMemory memory;
    private int head;

    /** The head of a block request. */
    static Request block(int type, long sector) {
        return new Request()
                .reads(ByteBuffer.allocate(16)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(0, type)
                        .putLong(8, sector)
                        .array());
    }

    /** Adds a buffer that holds something. */
    Request reads(byte[] bytes) {
        toRead.add(bytes);
        return this;
    }

    /** Adds a buffer with room for something. */
    Request writes(int bytes) {
        toWrite.add(bytes);
        return this;
    }

    int head() {
        return head;
    }

    /** Puts buffers and descriptors into memory, from descriptor {@code first} on; the one after the last. */
    int layOut(Ring ring, BenchMemory into, int first, int size) {
        memory = into;
        head = first % size;
        int count = toRead.size() + toWrite.size();
        for (int i = 0; i < count; i++) {
            boolean write = i >= toRead.size();
            int length = write ? toWrite.get(i - toRead.size()) : toRead.get(i).length;
            int at = write ? ring.room(length) : ring.holding(toRead.get(i));
            if (write) {
                Arrays.fill(memory.ram().bytes(), at, at + length, (byte) 0xAA);
                places.add(at);
            }
            int flags = (write ? Ring.WRITE : 0) | (i + 1 < count ? Ring.NEXT : 0);
            ring.descriptor((first + i) % size, at, length, flags, (first + i + 1) % size);
        }
        return (first + count) % size;
    }

    /** What lies in a buffer to write now; 0xAA where nothing was written. */
    byte[] buffer(int number) {
        int at = places.get(number);
        return Arrays.copyOfRange(memory.ram().bytes(), at, at + toWrite.get(number));
    }

    /** The single byte of the last buffer, the status of a block request. */
    int status() {
        return buffer(toWrite.size() - 1)[0];
    }
}
