package dev.vmkit.layers.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Where each cluster of a disk lies: in the image, nowhere because it is all zeros, or in a data cluster of the overlay
 * file. A change goes into the file after the bytes it leads to have reached the host's disk, so that whenever the host
 * loses power, the file is one that can be used, with all that was flushed.
 */
final class ClusterTable {
    /** The cluster is the image's. */
    static final int IMAGE = 0;

    /** The cluster reads 0. */
    static final int ZEROS = 1;

    /** The number of the first data cluster. */
    private static final int DATA = 2;

    /** Changes that wait for the bytes they lead to; with 64 KiB a cluster up to 4 MiB. */
    private static final int MOST_UNSAVED = 64;

    private final DiskFile file;
    private final OverlayHeader header;
    private final int[] entries;
    private final BitSet used = new BitSet();

    /** Data clusters that were given up since the last flush: until then the table on the host's disk may name them. */
    private final Set<Integer> retired = new HashSet<>();

    /** Clusters whose entry in the file is an old one. */
    private final Set<Integer> unsaved = new TreeSet<>();

    private ClusterTable(DiskFile file, OverlayHeader header) {
        this.file = file;
        this.header = header;
        this.entries = new int[header.clusters()];
    }

    /** A new table in an empty file, in which all clusters are the image's. */
    static ClusterTable create(DiskFile file, OverlayHeader header) throws IOException {
        file.write(header.dataStart() - 1, new byte[1], 0, 1);
        return new ClusterTable(file, header);
    }

    /**
     * The table of a file that may hold anything.
     *
     * @throws IOException if it names clusters that do not exist, or one twice
     */
    static ClusterTable read(DiskFile file, OverlayHeader header) throws IOException {
        ClusterTable table = new ClusterTable(file, header);
        if (file.size() < header.dataStart()) {
            throw new IOException("it ends before its first data cluster");
        }
        byte[] bytes = new byte[OverlayHeader.ENTRY_BYTES * header.clusters()];
        file.read(OverlayHeader.TABLE, bytes, 0, bytes.length);
        table.take(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        return table;
    }

    private void take(ByteBuffer saved) throws IOException {
        long present = file.size() - header.dataStart() >>> header.clusterBits();
        for (int i = 0; i < entries.length; i++) {
            int entry = saved.getInt();
            if (entry != IMAGE && entry != ZEROS) {
                claim(i, entry, present);
            }
            entries[i] = entry;
        }
    }

    private void claim(int cluster, int entry, long present) throws IOException {
        if (entry < DATA || entry - DATA >= present) {
            throw new IOException("cluster " + cluster + " lies outside of the file");
        }
        if (used.get(entry - DATA)) {
            throw new IOException("cluster " + cluster + " lies where another one does");
        }
        used.set(entry - DATA);
    }

    /** What the entry of a cluster says: {@link #IMAGE}, {@link #ZEROS}, or the number of a data cluster. */
    int entry(int cluster) {
        return entries[cluster];
    }

    boolean hasData(int cluster) {
        return entries[cluster] >= DATA;
    }

    /** The number of a data cluster that nobody uses. */
    int allocate() {
        int free = used.nextClearBit(0);
        used.set(free);
        return free + DATA;
    }

    /** Takes back a data cluster that was allocated and that no cluster of the disk was {@link #set} to. */
    void giveBack(int entry) {
        used.clear(entry - DATA);
    }

    /** Where in the file a data cluster lies. */
    long position(int entry) {
        return header.dataStart() + ((long) (entry - DATA) << header.clusterBits());
    }

    /** Says where a cluster lies from now on. */
    void set(int cluster, int entry) throws IOException {
        if (hasData(cluster)) {
            retired.add(entries[cluster] - DATA);
        }
        entries[cluster] = entry;
        unsaved.add(cluster);
        if (retired.size() >= MOST_UNSAVED) {
            flush(); // A guest that never asks for it shall not make the file grow and grow.
        } else if (unsaved.size() >= MOST_UNSAVED) {
            save();
        }
    }

    private void save() throws IOException {
        if (!unsaved.isEmpty()) {
            file.flush();
        }
        for (int cluster : unsaved) {
            ByteBuffer bytes = ByteBuffer.allocate(OverlayHeader.ENTRY_BYTES)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(0, entries[cluster]);
            file.write(OverlayHeader.TABLE + (long) OverlayHeader.ENTRY_BYTES * cluster, bytes);
        }
        unsaved.clear();
    }

    /** Has everything reach the host's disk; then clusters that were given up can be used again. */
    void flush() throws IOException {
        save();
        file.flush();
        retired.forEach(used::clear);
        retired.clear();
    }
}
