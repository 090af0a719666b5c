package dev.vmkit.machine.memory;

import java.util.ArrayList;
import java.util.List;

/**
 * Memory that keeps what is written: RAM, or ROM where the guest cannot write. Bytes lie in one array, so that the fast
 * path is one bounds check; a unit of 16 bits takes two bytes in the space's byte order.
 */
public final class Ram implements Region {
    /** Bytes in a page, the unit of watching, snapshots and hashes. */
    public static final int PAGE_BYTES = 4096;

    /** Its logarithm. */
    public static final int PAGE_SHIFT = 12;

    /** Bytes in a line, the smallest piece that can be watched; data may lie close to code. */
    public static final int LINE_BYTES = 64;

    private static final int LINE_SHIFT = 6;

    private final byte[] bytes;
    private final int unitBytes;
    private final boolean writable;

    /** For each page a bit for each of its 64 lines. */
    private final long[] watched;

    private final List<PageObserver> observers = new ArrayList<>();

    /**
     * Memory of zeros.
     *
     * @param size address units; in bytes at most 2 GiB less one page
     * @param unitBytes bytes in an address unit: 1, 2, 4 or 8
     */
    public Ram(long size, int unitBytes, boolean writable) {
        this.bytes = new byte[Math.toIntExact(Math.multiplyExact(size, unitBytes))];
        this.unitBytes = unitBytes;
        this.writable = writable;
        this.watched = new long[pages()];
    }

    @Override
    public long size() {
        return bytes.length / unitBytes;
    }

    public boolean writable() {
        return writable;
    }

    public int unitBytes() {
        return unitBytes;
    }

    /** Pages it has; the last one may be shorter. */
    public int pages() {
        return (bytes.length + PAGE_BYTES - 1) >>> PAGE_SHIFT;
    }

    /** The bytes themselves, for engines; whoever writes them calls {@link #touch} first. */
    public byte[] bytes() {
        return bytes;
    }

    /** For engines: for each page a bit for each of its 64 lines; a write to a line whose bit is set calls {@link #touch}. */
    public long[] watched() {
        return watched;
    }

    /** Writes bytes from {@code offset} on, and tells who watches. */
    public void put(int offset, byte[] source, int from, int length) {
        touch(offset, length);
        System.arraycopy(source, from, bytes, offset, length);
    }

    /** Adds one who is told of writes to watched lines. */
    public void observe(PageObserver observer) {
        observers.add(observer);
    }

    /** Asks that observers be told of the next write to each line of a page. */
    public void watch(int page) {
        watched[page] = -1;
    }

    /** Asks that observers be told of the next write to each line in which some of these bytes lie. */
    public void watch(int offset, int length) {
        for (int line = offset >>> LINE_SHIFT; line <= (offset + length - 1) >>> LINE_SHIFT; line++) {
            watched[line >>> PAGE_SHIFT - LINE_SHIFT] |= 1L << line;
        }
    }

    /** Tells of a write of {@code length} bytes, at least 1, at a byte offset, before it happens. */
    public void touch(int offset, int length) {
        int last = offset + length - 1;
        if (isWatched(offset) || isWatched(last) || length > LINE_BYTES) {
            tell(offset, length);
        }
    }

    private boolean isWatched(int offset) {
        return (watched[offset >>> PAGE_SHIFT] & 1L << (offset >>> LINE_SHIFT)) != 0;
    }

    private void tell(int offset, int length) {
        boolean any = false;
        for (int line = offset >>> LINE_SHIFT; line <= (offset + length - 1) >>> LINE_SHIFT; line++) {
            any |= isWatched(line << LINE_SHIFT);
            watched[line >>> PAGE_SHIFT - LINE_SHIFT] &= ~(1L << line);
        }
        if (any) {
            observers.forEach(o -> o.written(this, offset, length));
        }
    }
}
