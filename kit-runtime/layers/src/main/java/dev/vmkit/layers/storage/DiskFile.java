package dev.vmkit.layers.storage;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A file of the host that is read and written anywhere. Many may read it at once; who writes it has it alone. */
final class DiskFile implements Closeable {
    private static final int FILE_TYPE = 0xF000; // S_IFMT and S_IFBLK of POSIX, sys/stat.h
    private static final int BLOCK_DEVICE = 0x6000;

    /** Files that this process writes: its locks tell other processes of them, but not this one. */
    private static final Set<Path> WRITTEN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;
    private final boolean writable;

    private DiskFile(Path path, Set<StandardOpenOption> options) throws IOException {
        requireStorage(path);
        this.channel = FileChannel.open(path, options);
        try {
            this.path = path.toRealPath();
            this.writable = options.contains(StandardOpenOption.WRITE);
            lock();
        } catch (IOException | RuntimeException refused) {
            channel.close();
            throw refused;
        }
        if (writable) {
            WRITTEN.add(this.path);
        }
    }

    /** Opening or reading anything else, such as a pipe, may take for ever. */
    private static void requireStorage(Path path) throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path) && !isBlockDevice(path)) {
            throw new IOException(path + " is neither a file nor a block device");
        }
    }

    private static boolean isBlockDevice(Path path) throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix")
                && Files.getAttribute(path, "unix:mode") instanceof Integer mode
                && (mode & FILE_TYPE) == BLOCK_DEVICE;
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

    private void lock() throws IOException {
        try {
            if (channel.tryLock(0, Long.MAX_VALUE, !writable) == null) {
                throw new IOException("another process uses " + path);
            }
        } catch (OverlappingFileLockException ours) {
            if (writable || WRITTEN.contains(path)) {
                throw new IOException(path + " is in use already, and a file that is written cannot be shared", ours);
            }
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
        if (writable && channel.isOpen()) {
            WRITTEN.remove(path);
        }
        channel.close();
    }
}
