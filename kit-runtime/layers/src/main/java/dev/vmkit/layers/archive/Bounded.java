package dev.vmkit.layers.archive;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to go on past a number of bytes: what unpacks to more than that is a bomb. */
final class Bounded extends FilterInputStream {
    private final String what;
    private final long limit;
    private long left;

    /**
     * The bytes of {@code in}, at most {@code limit} of them.
     *
     * @param what names the content in messages
     */
    Bounded(InputStream in, long limit, String what) {
        super(in);
        this.what = what;
        this.limit = limit;
        this.left = limit;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int read = super.read(target, from, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public long skip(long length) throws IOException {
        long skipped = super.skip(length);
        count(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(long bytes) throws MalformedArchive {
        left -= bytes;
        if (left < 0) {
            throw new MalformedArchive(what + " unpacks to more than " + (limit >> 20) + " MiB");
        }
    }
}
