package dev.vmkit.layers.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How an overlay file begins; docs/reference/disks.md describes the format. It does not say which image it belongs to: the
 * machine file does, so that no overlay can make the kit open a file.
 *
 * @param clusterBits the logarithm of the bytes in a cluster
 * @param size bytes of the disk
 */
record OverlayHeader(int clusterBits, long size) {
    static final int BYTES = 64;

    /** Where the table begins. */
    static final int TABLE = 4096;

    static final int ENTRY_BYTES = 4;

    private static final byte[] MAGIC = "vmkitcow".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int KNOWN_BYTES = 24;
    private static final int LEAST_BITS = 16;
    private static final int MOST_BITS = 20;

    /** Clusters of a disk at most, so that its table fits into memory: a disk has at most 1 TiB. */
    private static final int MOST_CLUSTERS = 1 << 20;

    /**
     * The header for a disk of some size: clusters are as small as the table allows.
     *
     * @throws IOException if the disk is too large for an overlay
     */
    static OverlayHeader of(long size) throws IOException {
        for (int bits = LEAST_BITS; bits <= MOST_BITS; bits++) {
            if (fits(size, bits)) {
                return new OverlayHeader(bits, size);
            }
        }
        throw new IOException("a disk of " + size + " bytes is too large for an overlay; 1 TiB is the most");
    }

    /**
     * The header of a file that may hold anything.
     *
     * @throws IOException if it is not one
     */
    static OverlayHeader parse(byte[] bytes) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        require(Arrays.equals(bytes, 0, MAGIC.length, MAGIC, 0, MAGIC.length), "it is not an overlay");
        require(in.getInt(8) == VERSION, "it has version " + in.getInt(8) + ", this kit knows version 1");
        for (int i = KNOWN_BYTES; i < BYTES; i++) {
            require(bytes[i] == 0, "it uses features that this kit does not know");
        }
        int bits = in.getInt(12);
        long size = in.getLong(16);
        require(bits >= LEAST_BITS && bits <= MOST_BITS, "its clusters have 2^" + bits + " bytes, not 2^16 to 2^20");
        require(size >= 0 && fits(size, bits), "its disk has " + size + " bytes");
        return new OverlayHeader(bits, size);
    }

    private static boolean fits(long size, int bits) {
        return size <= (long) MOST_CLUSTERS << bits;
    }

    private static void require(boolean holds, String complaint) throws IOException {
        if (!holds) {
            throw new IOException(complaint);
        }
    }

    byte[] bytes() {
        return ByteBuffer.allocate(BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MAGIC)
                .putInt(VERSION)
                .putInt(clusterBits)
                .putLong(size)
                .array();
    }

    int clusterBytes() {
        return 1 << clusterBits;
    }

    /** Clusters of the disk; the last one may be in part beyond its end. */
    int clusters() {
        return (int) (size + clusterBytes() - 1 >>> clusterBits);
    }

    /** Where the first data cluster begins: behind the table, at a multiple of a cluster. */
    long dataStart() {
        long tableEnd = TABLE + (long) ENTRY_BYTES * clusters();
        return (tableEnd + clusterBytes() - 1 >>> clusterBits) << clusterBits;
    }
}
