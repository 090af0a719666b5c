package dev.vmkit.plugins.virtio.block;

import dev.vmkit.plugins.virtio.queue.Chain;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Sectors to be discarded or set to zero (section 5.2.6, struct virtio_blk_discard_write_zeroes).
 *
 * @param sector the first; unsigned
 * @param sectors how many, within [0, 2^32 - 1]
 */
record ClearedRange(long sector, long sectors, int flags) {
    static final int BYTES = 16;

    private static final int UNMAP = 1;

    /** Takes it from the chain. */
    static ClearedRange of(Chain chain) {
        byte[] bytes = new byte[BYTES];
        chain.read(bytes, 0, BYTES);
        ByteBuffer range = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return new ClearedRange(range.getLong(), range.getInt() & 0xFFFF_FFFFL, range.getInt());
    }

    /** Section 5.2.6.2: a discard has no flags, and zeroing no unknown ones. */
    boolean allowedIn(BlockRequest request) {
        return request.type() == BlockRequest.DISCARD ? flags == 0 : (flags & ~UNMAP) == 0;
    }

    boolean unmap() {
        return (flags & UNMAP) != 0;
    }

    /** The first byte, of a range that lies on the disk. */
    long position() {
        return sector * Block.SECTOR;
    }

    long bytes() {
        return sectors * Block.SECTOR;
    }
}
