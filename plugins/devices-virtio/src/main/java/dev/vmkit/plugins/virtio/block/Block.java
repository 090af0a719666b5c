package dev.vmkit.plugins.virtio.block;

import dev.vmkit.api.BlockStore;
import dev.vmkit.plugins.virtio.queue.Chain;
import dev.vmkit.plugins.virtio.queue.RingFault;
import dev.vmkit.plugins.virtio.transport.Driver;
import dev.vmkit.plugins.virtio.transport.VirtioDevice;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * A disk of 512-byte sectors. All it does is done when a request comes, so it has no state of its own; what is on the disk
 * belongs to the store, and to no snapshot.
 */
final class Block implements VirtioDevice {
    static final int SECTOR = 512;

    /** Descriptors of its queue: header and status, and the segments between. */
    private static final int QUEUE = 256;

    private static final int MOST_SEGMENTS = QUEUE - 2;
    private static final int MOST_SEGMENT = 1 << 16;

    /** Sectors that one request discards or sets to zero at most: 16 MiB. */
    static final int MOST_CLEARED = 1 << 15;

    private static final int CONFIGURATION_BYTES = 60;

    private final BlockStore store;
    private final String serial;
    private final byte[] configuration;
    private Driver driver = Driver.NOBODY;

    /**
     * A disk.
     *
     * @param serial what it answers when asked who it is; 20 bytes of it
     */
    Block(BlockStore store, String serial) {
        this.store = store;
        this.serial = serial;
        this.configuration = configuration(store.size() / SECTOR);
    }

    @Override
    public int id() {
        return 2;
    }

    @Override
    public long features() {
        return BlockFeature.offered(store.writable());
    }

    @Override
    public List<Integer> queues() {
        return List.of(QUEUE);
    }

    /** Section 5.2.4; fields of features that are not offered are 0. */
    private static byte[] configuration(long sectors) {
        return ByteBuffer.allocate(CONFIGURATION_BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(0, sectors)
                .putInt(8, MOST_SEGMENT)
                .putInt(12, MOST_SEGMENTS)
                .putInt(20, SECTOR)
                .putInt(36, MOST_CLEARED)
                .putInt(40, 1)
                .putInt(44, 1)
                .putInt(48, MOST_CLEARED)
                .putInt(52, 1)
                .put(56, (byte) 1)
                .array();
    }

    @Override
    public byte[] configuration() {
        return configuration;
    }

    @Override
    public void connect(Driver other) {
        driver = other;
    }

    /** The last byte of a request is its status, whatever else happens (section 5.2.6). */
    @Override
    public void serve(int queue, Chain chain) {
        BlockRequest request = BlockRequest.of(chain);
        if (chain.writable() == 0) {
            throw new RingFault("a block request without room for its status");
        }
        BlockStatus status = perform(request, chain);
        chain.skip(chain.writable() - 1);
        chain.write(new byte[] {(byte) status.ordinal()}, 0, 1);
    }

    /** A driver that does not know how to flush relies on what it wrote (section 5.2.5.1). */
    private BlockStatus perform(BlockRequest request, Chain chain) {
        try {
            BlockTransfer transfer = new BlockTransfer(store, serial);
            BlockStatus status = transfer.perform(request, chain);
            if (status == BlockStatus.OK && request.writes() && !driver.accepted(BlockFeature.FLUSH)) {
                transfer.flush(chain);
            }
            return status;
        } catch (IOException e) {
            return BlockStatus.IOERR;
        }
    }
}
