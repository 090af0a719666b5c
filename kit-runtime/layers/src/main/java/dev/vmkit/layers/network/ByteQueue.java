package dev.vmkit.layers.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;

/** Bytes between the guest and a socket, in a ring. */
final class ByteQueue {
    /** The largest window that a segment can state. */
    static final int CAPACITY = 0xFFFF;

    private final byte[] ring = new byte[CAPACITY];
    private int start;
    private int size;

    int size() {
        return size;
    }

    int room() {
        return CAPACITY - size;
    }

    /** Adds bytes, at most {@link #room}. */
    void add(byte[] bytes, int from, int length) {
        int end = (start + size) % CAPACITY;
        int first = Math.min(length, CAPACITY - end);
        System.arraycopy(bytes, from, ring, end, first);
        System.arraycopy(bytes, from + first, ring, 0, length - first);
        size += length;
    }

    /** A copy of some bytes, of which the first {@code from + length} are there; they stay. */
    byte[] peek(int from, int length) {
        byte[] bytes = new byte[length];
        int at = (start + from) % CAPACITY;
        int first = Math.min(length, CAPACITY - at);
        System.arraycopy(ring, at, bytes, 0, first);
        System.arraycopy(ring, 0, bytes, first, length - first);
        return bytes;
    }

    /** Takes bytes away, at most {@link #size}. */
    void drop(int length) {
        start = (start + length) % CAPACITY;
        size -= length;
    }

    /** Adds what a channel gives now; whether it gives more later. */
    boolean fill(ReadableByteChannel channel) throws IOException {
        while (room() > 0) {
            int end = (start + size) % CAPACITY;
            int got = channel.read(ByteBuffer.wrap(ring, end, Math.min(room(), CAPACITY - end)));
            if (got <= 0) {
                return got == 0;
            }
            size += got;
        }
        return true;
    }

    /** Gives a channel what it takes now. */
    void drain(WritableByteChannel channel) throws IOException {
        while (size > 0) {
            int written = channel.write(ByteBuffer.wrap(ring, start, Math.min(size, CAPACITY - start)));
            if (written == 0) {
                return;
            }
            drop(written);
        }
    }
}
