package dev.vmkit.plugins.virtio.block;

import dev.vmkit.api.BlockStore;
import dev.vmkit.plugins.virtio.queue.Chain;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Moves the bytes of one request between chain and store, piece by piece through a buffer (section 5.2.6). */
record BlockTransfer(BlockStore store, String serial) {
    private static final int PIECE = 1 << 16;
    private static final int SERIAL_BYTES = 20;

    /** Bytes that could be moved while the host's disk takes its time to be flushed. */
    private static final int COST_OF_FLUSH = 1 << 20;

    /**
     * Does what a request asks for.
     *
     * @throws IOException if the store cannot
     */
    BlockStatus perform(BlockRequest request, Chain chain) throws IOException {
        if (request.writes() && !store.writable()) {
            return BlockStatus.IOERR;
        }
        return switch (request.type()) {
            case BlockRequest.IN -> read(request.sector(), chain);
            case BlockRequest.OUT -> write(request.sector(), chain);
            case BlockRequest.FLUSH -> flush(chain);
            case BlockRequest.GET_ID -> identify(chain);
            case BlockRequest.DISCARD, BlockRequest.WRITE_ZEROES -> clear(request, chain);
            default -> BlockStatus.UNSUPP;
        };
    }

    /** Whole sectors that are all on the disk; the sector may be anything. */
    private boolean inside(long sector, long bytes) {
        long sectors = store.size() / Block.SECTOR;
        return bytes % Block.SECTOR == 0
                && Long.compareUnsigned(sector, sectors) <= 0
                && bytes / Block.SECTOR <= sectors - sector;
    }

    private BlockStatus read(long sector, Chain chain) throws IOException {
        int length = chain.writable() - 1;
        if (!inside(sector, length)) {
            return BlockStatus.IOERR;
        }
        byte[] buffer = buffer(length);
        for (int done = 0; done < length; done += buffer.length) {
            int bytes = Math.min(buffer.length, length - done);
            store.read(sector * Block.SECTOR + done, buffer, 0, bytes);
            chain.write(buffer, 0, bytes);
        }
        return BlockStatus.OK;
    }

    private BlockStatus write(long sector, Chain chain) throws IOException {
        int length = chain.readable();
        if (!inside(sector, length)) {
            return BlockStatus.IOERR;
        }
        byte[] buffer = buffer(length);
        for (int done = 0; done < length; done += buffer.length) {
            int bytes = Math.min(buffer.length, length - done);
            chain.read(buffer, 0, bytes);
            store.write(sector * Block.SECTOR + done, buffer, 0, bytes);
        }
        return BlockStatus.OK;
    }

    private static byte[] buffer(int length) {
        return new byte[Math.min(PIECE, Math.max(1, length))];
    }

    /**
     * Has everything written so far outlast the host.
     *
     * @throws IOException if the store cannot
     */
    BlockStatus flush(Chain chain) throws IOException {
        chain.charge(COST_OF_FLUSH);
        store.flush();
        return BlockStatus.OK;
    }

    /** The name, padded with 0, as far as there is room for it. */
    private BlockStatus identify(Chain chain) {
        byte[] name = Arrays.copyOf(serial.getBytes(StandardCharsets.UTF_8), SERIAL_BYTES);
        chain.write(name, 0, Math.min(SERIAL_BYTES, chain.writable() - 1));
        return BlockStatus.OK;
    }

    /** Discards sectors, or sets them to zero with or without keeping their room. */
    private BlockStatus clear(BlockRequest request, Chain chain) throws IOException {
        if (chain.readable() != ClearedRange.BYTES) {
            return BlockStatus.IOERR;
        }
        ClearedRange range = ClearedRange.of(chain);
        if (!range.allowedIn(request)) {
            return BlockStatus.UNSUPP;
        }
        if (range.sectors() > Block.MOST_CLEARED || !inside(range.sector(), range.bytes())) {
            return BlockStatus.IOERR;
        }
        chain.charge((int) range.bytes());
        if (request.type() == BlockRequest.DISCARD || range.unmap()) {
            store.discard(range.position(), range.bytes());
        } else {
            zero(range);
        }
        return BlockStatus.OK;
    }

    private void zero(ClearedRange range) throws IOException {
        byte[] zeros = buffer((int) range.bytes());
        for (int done = 0; done < range.bytes(); done += zeros.length) {
            store.write(range.position() + done, zeros, 0, (int) Math.min(zeros.length, range.bytes() - done));
        }
    }
}
