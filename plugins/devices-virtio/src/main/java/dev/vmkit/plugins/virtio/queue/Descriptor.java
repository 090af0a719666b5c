package dev.vmkit.plugins.virtio.queue;

import java.nio.ByteBuffer;

/**
 * One entry of a descriptor table: where some bytes of a request lie (section 2.7.5).
 *
 * @param length bytes, within [0, 2^32 - 1]
 * @param next the entry that follows, if the flags say that one does
 */
record Descriptor(long address, long length, int flags, int next) {
    /** Bytes of an entry. */
    static final int BYTES = 16;

    private static final int NEXT = 1;
    private static final int WRITE = 2;
    private static final int INDIRECT = 4;

    /** The entry that starts at the buffer's position. */
    static Descriptor from(ByteBuffer bytes) {
        return new Descriptor(
                bytes.getLong(), bytes.getInt() & 0xFFFF_FFFFL, bytes.getShort() & 0xFFFF, bytes.getShort() & 0xFFFF);
    }

    boolean hasNext() {
        return (flags & NEXT) != 0;
    }

    /** Whether the device writes these bytes; otherwise it reads them. */
    boolean writable() {
        return (flags & WRITE) != 0;
    }

    /** Whether the bytes are a table of further descriptors. */
    boolean indirect() {
        return (flags & INDIRECT) != 0;
    }
}
