package dev.vmkit.layers.storage;

import dev.vmkit.api.BlockStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file as it is: what the guest writes goes into it, and it keeps its size.. */
public final class FileStore implements BlockStore {
    private final Path file;
    private final long size;
    private final FileChannel channel;

    /** A store of the bytes a file has now; its channel is closed with the process. */
    public FileStore(Path file) throws IOException {
        this.file = file;
        this.channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        this.size = channel.size();
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void read(long position, byte[] target, int from, int length) throws IOException {
        requireInside(position, length);
        ByteBuffer buffer = ByteBuffer.wrap(target, from, length);
        long at = position;
        while (buffer.hasRemaining()) {
            int read = channel.read(buffer, at);
            if (read < 0) {
                throw new IOException(file + " became shorter while it was in use");
            }
            at += read;
        }
    }

    @Override
    public void write(long position, byte[] source, int from, int length) throws IOException {
        requireInside(position, length);
        ByteBuffer buffer = ByteBuffer.wrap(source, from, length);
        long at = position;
        while (buffer.hasRemaining()) {
            at += channel.write(buffer, at);
        }
    }

    private void requireInside(long position, int length) throws IOException {
        if (position < 0 || length < 0 || position > size - length) {
            throw new IOException(length + " bytes at " + position + " lie outside of " + size);
        }
    }

    @Override
    public void flush() throws IOException {
        channel.force(false);
    }
}
