package dev.vmkit.testkit.device;

import dev.vmkit.api.BlockStore;
import java.nio.charset.StandardCharsets;

/** A file in memory behind a device's store. */
public final class BenchStore implements BlockStore {
    private final byte[] bytes;

    public BenchStore(byte... bytes) {
        this.bytes = bytes.clone();
    }

    /** A file that holds a text, a byte a character. */
    public static BenchStore of(String text) {
        return new BenchStore(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public long size() {
        return bytes.length;
    }

    @Override
    public void read(long position, byte[] target, int from, int length) {
        System.arraycopy(bytes, (int) position, target, from, length);
    }

    @Override
    public void write(long position, byte[] source, int from, int length) {
        System.arraycopy(source, from, bytes, (int) position, length);
    }

    @Override
    public void flush() {}
}
