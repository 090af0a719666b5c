package dev.vmkit.plugins.virtio;

import dev.vmkit.api.BlockStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A disk in memory that notes what is done to it. */
final class MemoryStore implements BlockStore {
    final byte[] bytes;
    final List<String> notes = new ArrayList<>();
    boolean writable = true;
    boolean broken;

    MemoryStore(int size) {
        bytes = new byte[size];
    }

    private void note(String what) throws IOException {
        notes.add(what);
        if (broken) {
            throw new IOException("the disk is broken");
        }
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public boolean writable() {
        return writable;
    }

    @Override
    public void read(long position, byte[] target, int from, int length) throws IOException {
        note("read " + length + " at " + position);
        System.arraycopy(bytes, (int) position, target, from, length);
    }

    @Override
    public void write(long position, byte[] source, int from, int length) throws IOException {
        note("write " + length + " at " + position);
        System.arraycopy(source, from, bytes, (int) position, length);
    }

    @Override
    public void discard(long position, long length) throws IOException {
        note("discard " + length + " at " + position);
        java.util.Arrays.fill(bytes, (int) position, (int) (position + length), (byte) 0);
    }

    @Override
    public void flush() throws IOException {
        note("flush");
    }
}
