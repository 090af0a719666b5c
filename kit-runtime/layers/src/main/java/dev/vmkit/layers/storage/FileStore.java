package dev.vmkit.layers.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A file as it is: what the guest writes goes into it, and it keeps its size. */
final class FileStore implements DiskStore {
    private static final int PIECE = 1 << 16;

    private final DiskFile file;
    private final boolean writable;
    private final long size;

    private FileStore(DiskFile file, boolean writable) throws IOException {
        this.file = file;
        this.writable = writable;
        try {
            this.size = file.size();
        } catch (IOException unknown) {
            file.close();
            throw unknown;
        }
    }

    /** A store of the bytes a file has now; it can be written. */
    static FileStore writable(Path file) throws IOException {
        return new FileStore(DiskFile.writable(file), true);
    }

    /** A store of the bytes of a file that stays as it is. */
    static FileStore readOnly(Path file) throws IOException {
        return new FileStore(DiskFile.readOnly(file), false);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public boolean writable() {
        return writable;
    }

    @Override
    public void read(long position, byte[] target, int from, int length) throws IOException {
        Extent.require(position, length, size);
        file.read(position, target, from, length);
    }

    @Override
    public void write(long position, byte[] source, int from, int length) throws IOException {
        Extent.require(position, length, size);
        requireWritable();
        file.write(position, source, from, length);
    }

    /** Writes zeros where there are others: a hole in a sparse file stays one. */
    @Override
    public void discard(long position, long length) throws IOException {
        Extent.require(position, length, size);
        requireWritable();
        byte[] zeros = new byte[PIECE];
        byte[] piece = new byte[PIECE];
        for (long done = 0; done < length; done += PIECE) {
            int bytes = (int) Math.min(PIECE, length - done);
            file.read(position + done, piece, 0, bytes);
            if (!Arrays.equals(piece, 0, bytes, zeros, 0, bytes)) {
                file.write(position + done, zeros, 0, bytes);
            }
        }
    }

    private void requireWritable() throws IOException {
        if (!writable) {
            throw new IOException("the disk is read-only");
        }
    }

    @Override
    public void flush() throws IOException {
        if (writable && file.isOpen()) {
            file.flush();
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            flush();
        }
    }
}
