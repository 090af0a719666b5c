package dev.vmkit.tools.cpm;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * A disk of 1 MiB in the format of CP/M 2.2: 8,192 records of 128 bytes without skew. A track of 32 of them is the system's own;
 * the others are 510 blocks of 16 records, the first two of which are the directory: 128 entries of 32 bytes, each with up to
 * eight blocks of a file.
 */
public final class CpmDisk {
    /** Bytes of a file that CP/M can name: 32 entries of 16 KiB. */
    public static final int MOST_BYTES = 32 << 14;

    private static final int RECORD = 128;
    private static final int BLOCK = 2048;
    private static final int BLOCKS = 510;

    /** Bytes of the system's track. */
    private static final int SYSTEM = 32 * RECORD;

    private static final int ENTRY = 32;
    private static final int ENTRIES = 128;
    private static final int EXTENT = 8 * BLOCK;
    private static final byte FREE = (byte) 0xE5;
    private static final byte END_OF_TEXT = 0x1A;

    private final byte[] bytes = new byte[SYSTEM + BLOCKS * BLOCK];
    private final Set<CpmName> names = new HashSet<>();
    private int entry;
    private int block = ENTRIES * ENTRY / BLOCK;

    /** An empty disk. */
    public CpmDisk() {
        Arrays.fill(bytes, FREE);
    }

    /**
     * Puts a file on the disk. What is left of its last record is filled with the mark for the end of a text.
     *
     * @throws IllegalArgumentException if there is one of that name, or no room
     */
    public void add(CpmName name, byte[] content) {
        int blocks = (content.length + BLOCK - 1) / BLOCK;
        int extents = Math.max(1, (content.length + EXTENT - 1) / EXTENT);
        if (names.contains(name)) {
            throw new IllegalArgumentException("there are two files called " + name);
        } else if (content.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    name + " has " + content.length + " bytes; a file has at most " + MOST_BYTES);
        } else if (block + blocks > BLOCKS || entry + extents > ENTRIES) {
            throw new IllegalArgumentException("there is no room for " + name + ": a disk holds 1 MiB in 128 entries");
        }
        names.add(name);
        for (int extent = 0; extent < extents; extent++) {
            int from = extent * EXTENT;
            enter(name, extent, Math.min(EXTENT, content.length - from));
        }
        int start = SYSTEM + (block - blocks) * BLOCK;
        Arrays.fill(bytes, start, SYSTEM + block * BLOCK, END_OF_TEXT);
        System.arraycopy(content, 0, bytes, start, content.length);
    }

    /** Makes an entry, and takes blocks for it. */
    private void enter(CpmName name, int extent, int length) {
        int at = SYSTEM + entry++ * ENTRY;
        Arrays.fill(bytes, at, at + ENTRY, (byte) 0);
        System.arraycopy(name.padded().getBytes(StandardCharsets.US_ASCII), 0, bytes, at + 1, 11);
        bytes[at + 12] = (byte) extent;
        bytes[at + 15] = (byte) ((length + RECORD - 1) / RECORD);
        for (int i = 0; i * BLOCK < length; i++) {
            bytes[at + 16 + 2 * i] = (byte) block;
            bytes[at + 17 + 2 * i] = (byte) (block >> 8);
            block++;
        }
    }

    /** What is on it, a copy. */
    public byte[] bytes() {
        return bytes.clone();
    }
}
