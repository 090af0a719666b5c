package dev.vmkit.api;

import java.io.IOException;

/** A disk's worth of bytes. */
@Experimental(Use.IMPLEMENT)
public interface BlockStore {
    /** Bytes in all. */
    long size();

    /** Whether anything may be written; what changes the bytes of a store that is not writable throws. */
    default boolean writable() {
        return true;
    }

    /** Reads bytes from {@code position}; the range lies within the size. */
    void read(long position, byte[] target, int from, int length) throws IOException;

    /** Writes bytes at {@code position}; the range lies within the size. */
    void write(long position, byte[] source, int from, int length) throws IOException;

    /** Forgets bytes: they read 0 from now on, and take up no room if the store can manage that. */
    default void discard(long position, long length) throws IOException {
        byte[] zeros = new byte[(int) Math.min(length, 1 << 16)];
        for (long done = 0; done < length; done += zeros.length) {
            write(position + done, zeros, 0, (int) Math.min(zeros.length, length - done));
        }
    }

    /** Makes sure that what was written survives a loss of power. */
    void flush() throws IOException;
}
