package dev.vmkit.plugins.virtio.block;

import dev.vmkit.plugins.virtio.queue.Chain;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The head of a request (section 5.2.6).
 *
 * @param sector where the request begins; unsigned
 */
record BlockRequest(int type, long sector) {
    static final int IN = 0;
    static final int OUT = 1;
    static final int FLUSH = 4;
    static final int GET_ID = 8;
    static final int DISCARD = 11;
    static final int WRITE_ZEROES = 13;

    private static final int BYTES = 16;

    /** Takes the head from the chain. */
    static BlockRequest of(Chain chain) {
        byte[] bytes = new byte[BYTES];
        chain.read(bytes, 0, BYTES);
        ByteBuffer head = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return new BlockRequest(head.getInt(0), head.getLong(8));
    }

    /** Whether it changes what is on the disk. */
    boolean writes() {
        return type == OUT || type == DISCARD || type == WRITE_ZEROES;
    }
}
