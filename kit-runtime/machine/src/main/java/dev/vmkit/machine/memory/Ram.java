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

    private final byte[] bytes;
    private final int unitBytes;
    private final boolean writable;
    private final boolean[] watched;
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
        this.watched = new boolean[pages()];
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

    /** Writes bytes from {@code offset} on, and tells who watches. */
    public void put(int offset, byte[] source, int from, int length) {
        touch(offset, length);
        System.arraycopy(source, from, bytes, offset, length);
    }

    /** Adds one who is told of writes to watched pages. */
    public void observe(PageObserver observer) {
        observers.add(observer);
    }

    /** Asks that observers be told of the next write to a page. */
    public void watch(int page) {
        watched[page] = true;
    }

    /** Tells of a write of {@code length} bytes, at least 1, at a byte offset, before it happens. */
    public void touch(int offset, int length) {
        int first = offset >>> PAGE_SHIFT;
        int last = (offset + length - 1) >>> PAGE_SHIFT;
        if (watched[first] | watched[last] | last - first > 1) {
            tell(offset, length, first, last);
        }
    }

    private void tell(int offset, int length, int first, int last) {
        boolean any = false;
        for (int page = first; page <= last; page++) {
            any |= watched[page];
            watched[page] = false;
        }
        if (any) {
            observers.forEach(o -> o.written(this, offset, length));
        }
    }
}
