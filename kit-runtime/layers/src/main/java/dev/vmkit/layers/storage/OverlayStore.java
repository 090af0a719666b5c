package dev.vmkit.layers.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A disk whose image stays as it is: clusters that were written lie in the overlay file, copied there at the first write
 * (copy-on-write). What was flushed is there after the host has lost power. It may be closed on any thread, when the process
 * is told to end.
 */
final class OverlayStore implements DiskStore {
    private final DiskStore image;
    private final DiskFile file;
    private final OverlayHeader header;
    private final ClusterTable table;

    private OverlayStore(DiskStore image, DiskFile file, OverlayHeader header, ClusterTable table) {
        this.image = image;
        this.file = file;
        this.header = header;
        this.table = table;
    }

    /**
     * An image under an overlay, which is made if there is no file of that name, or an empty one.
     *
     * @param image closed with the store, and if there is none
     * @throws IOException if the file is not an overlay for a disk of that size
     */
    static OverlayStore open(DiskStore image, Path overlay) throws IOException {
        try {
            return open(image, DiskFile.made(overlay), overlay);
        } catch (IOException refused) {
            image.close();
            throw refused;
        }
    }

    private static OverlayStore open(DiskStore image, DiskFile file, Path overlay) throws IOException {
        try {
            return file.size() == 0 ? create(image, file) : read(image, file);
        } catch (IOException complaint) {
            file.close();
            throw new IOException(overlay + " cannot be used as an overlay: " + complaint.getMessage(), complaint);
        }
    }

    private static OverlayStore create(DiskStore image, DiskFile file) throws IOException {
        OverlayHeader header = OverlayHeader.of(image.size());
        ClusterTable table = ClusterTable.create(file, header);
        file.write(0, header.bytes(), 0, OverlayHeader.BYTES);
        return new OverlayStore(image, file, header, table);
    }

    private static OverlayStore read(DiskStore image, DiskFile file) throws IOException {
        byte[] bytes = new byte[OverlayHeader.BYTES];
        if (file.size() < bytes.length) {
            throw new IOException("it is not an overlay");
        }
        file.read(0, bytes, 0, bytes.length);
        OverlayHeader header = OverlayHeader.parse(bytes);
        if (header.size() != image.size()) {
            throw new IOException("its disk has " + header.size() + " bytes, the image " + image.size());
        }
        return new OverlayStore(image, file, header, ClusterTable.read(file, header));
    }

    @Override
    public long size() {
        return header.size();
    }

    @Override
    public synchronized void read(long position, byte[] target, int from, int length) throws IOException {
        Extent.require(position, length, size());
        Extent.each(position, length, header.clusterBits(), e -> read(e, target, from + (int) e.done()));
    }

    private void read(Extent extent, byte[] target, int from) throws IOException {
        switch (table.entry(extent.cluster())) {
            case ClusterTable.IMAGE -> image.read(start(extent) + extent.offset(), target, from, extent.bytes());
            case ClusterTable.ZEROS -> Arrays.fill(target, from, from + extent.bytes(), (byte) 0);
            default -> file.read(dataAt(extent), target, from, extent.bytes());
        }
    }

    /** Where an extent's cluster begins on the disk. */
    private long start(Extent extent) {
        return (long) extent.cluster() << header.clusterBits();
    }

    private long dataAt(Extent extent) {
        return table.position(table.entry(extent.cluster())) + extent.offset();
    }

    @Override
    public synchronized void write(long position, byte[] source, int from, int length) throws IOException {
        Extent.require(position, length, size());
        Extent.each(position, length, header.clusterBits(), e -> write(e, source, from + (int) e.done()));
    }

    private void write(Extent extent, byte[] source, int from) throws IOException {
        if (table.hasData(extent.cluster())) {
            file.write(dataAt(extent), source, from, extent.bytes());
        } else {
            byte[] whole = contents(extent);
            System.arraycopy(source, from, whole, extent.offset(), extent.bytes());
            place(extent.cluster(), whole);
        }
    }

    /** What is in an extent's cluster before it is written; the extent itself may be left out. */
    private byte[] contents(Extent extent) throws IOException {
        byte[] whole = new byte[header.clusterBytes()];
        int onDisk = (int) Math.min(whole.length, size() - start(extent));
        if (extent.bytes() < onDisk && table.entry(extent.cluster()) == ClusterTable.IMAGE) {
            image.read(start(extent), whole, 0, onDisk);
        }
        return whole;
    }

    /** First the bytes, then the entry that leads to them. */
    private void place(int cluster, byte[] whole) throws IOException {
        int entry = table.allocate();
        try {
            file.write(table.position(entry), whole, 0, whole.length);
        } catch (IOException full) {
            table.giveBack(entry);
            throw full;
        }
        table.set(cluster, entry);
    }

    @Override
    public synchronized void discard(long position, long length) throws IOException {
        Extent.require(position, length, size());
        Extent.each(position, length, header.clusterBits(), this::discard);
    }

    private void discard(Extent extent) throws IOException {
        int onDisk = (int) Math.min(header.clusterBytes(), size() - start(extent));
        if (extent.bytes() == onDisk) {
            table.set(extent.cluster(), ClusterTable.ZEROS);
        } else if (table.entry(extent.cluster()) != ClusterTable.ZEROS) {
            write(extent, new byte[extent.bytes()], 0);
        }
    }

    @Override
    public synchronized void flush() throws IOException {
        if (file.isOpen()) {
            table.flush();
        }
    }

    @Override
    public synchronized void close() throws IOException {
        try (image;
                file) {
            flush();
        }
    }
}
