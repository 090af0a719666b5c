package dev.vmkit.api;

import java.io.IOException;

/** A disk's worth of bytes. */
@Experimental(Use.IMPLEMENT)
public interface BlockStore {
    /** Bytes in all. */
    long size();

    /** Reads bytes from {@code position}; the range lies within the size. */
    void read(long position, byte[] target, int from, int length) throws IOException;

    /** Writes bytes at {@code position}; the range lies within the size. */
    void write(long position, byte[] source, int from, int length) throws IOException;

    /** Makes sure that what was written survives a loss of power. */
    void flush() throws IOException;
}
