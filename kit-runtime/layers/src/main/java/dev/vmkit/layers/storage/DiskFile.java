package dev.vmkit.layers.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Set;

/** A file of the host that is read and written anywhere, and that no other process uses meanwhile. */
final class DiskFile implements Closeable {
    private final Path path;
    private final FileChannel channel;

    private DiskFile(Path path, Set<StandardOpenOption> options) throws IOException {
        this.path = path;
        this.channel = FileChannel.open(path, options);
        lock(!options.contains(StandardOpenOption.WRITE));
    }

    static DiskFile readOnly(Path path) throws IOException {
        return new DiskFile(path, EnumSet.of(StandardOpenOption.READ));
    }

    static DiskFile writable(Path path) throws IOException {
        return new DiskFile(path, EnumSet.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    /** A file that is made if there is none. */
    static DiskFile made(Path path) throws IOException {
        return new DiskFile(
                path, EnumSet.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE));
    }

    /** Many may read at once, one alone may write. Machines of one process are trusted to know what they do. */
    private void lock(boolean shared) throws IOException {
        try {
            if (channel.tryLock(0, Long.MAX_VALUE, shared) == null) {
                channel.close();
                throw new IOException("another process uses " + path);
            }
        } catch (OverlappingFileLockException ours) {
            // The lock belongs to the process, and it has one.
        }
    }

    long size() throws IOException {
        return channel.size();
    }

    void read(long position, byte[] target, int from, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(target, from, length);
        long at = position;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                throw new IOException(path + " became shorter while it was in use");
            }
            at += read;
        }
    }

    void write(long position, byte[] source, int from, int length) throws IOException {
        write(position, ByteBuffer.wrap(source, from, length));
    }

    void write(long position, ByteBuffer buffer) throws IOException {
        long at = position;
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
    }

    /** Waits until what was written is on the host's disk. */
    void flush() throws IOException {
        channel.force(false);
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
