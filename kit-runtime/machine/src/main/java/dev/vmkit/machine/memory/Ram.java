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

    /** Bytes in a line, the smallest piece that can be watched: data may lie close to code. In a small memory it is one byte. */
    public static final int LINE_BYTES = 64;

    private static final int LINE_SHIFT = Integer.numberOfTrailingZeros(LINE_BYTES);

    /** Up to so many bytes a memory is small. */
    private static final int SMALL = 1 << 16;

    /** Lines whose bits lie in one {@code long}. */
    private static final int GROUP_SHIFT = Integer.numberOfTrailingZeros(Long.SIZE);

    /** Bytes beyond its end that nobody uses: with them the JVM sees that an access of so many bytes is within the array, wherever it begins. */
    private static final int SPARE = Long.BYTES;

    private final byte[] bytes;
    private final int length;
    private final int unitBytes;
    private final boolean writable;

    private final int lineShift;

    /** A bit for each line. */
    private final long[] watched;

    private final List<PageObserver> observers = new ArrayList<>();

    /**
     * Memory of zeros.
     *
     * @param size address units; in bytes at most 2 GiB less one page
     * @param unitBytes bytes in an address unit: 1, 2, 4 or 8
     */
    public Ram(long size, int unitBytes, boolean writable) {
        this(zeros(Math.multiplyExact(size, unitBytes)), unitBytes, writable);
    }

    /**
     * Memory of zeros that nobody else has.
     *
     * @param zeros what {@link #zeros} has made
     */
    public Ram(byte[] zeros, int unitBytes, boolean writable) {
        this.length = zeros.length - SPARE;
        this.bytes = zeros;
        this.unitBytes = unitBytes;
        this.writable = writable;
        this.lineShift = length <= SMALL ? 0 : LINE_SHIFT;
        this.watched = new long[(length >>> lineShift + GROUP_SHIFT) + 1];
    }

    /** What so many bytes of memory lie in. The host takes a while to clear much of it, so that may be done ahead. */
    public static byte[] zeros(long bytes) {
        return new byte[Math.toIntExact(bytes) + SPARE];
    }

    @Override
    public long size() {
        return length / unitBytes;
    }

    public boolean writable() {
        return writable;
    }

    public int unitBytes() {
        return unitBytes;
    }

    /** Pages it has; the last one may be shorter. */
    public int pages() {
        return (length + PAGE_BYTES - 1) >>> PAGE_SHIFT;
    }

    /** How many bytes it has. */
    public int length() {
        return length;
    }

    /** The bytes themselves, and some more behind them, for engines; whoever writes them calls {@link #touch} first. */
    public byte[] bytes() {
        return bytes;
    }

    /** For engines: a bit for each line of 2 to the power of {@link #lineShift} bytes; whoever writes where one is set calls {@link #touch}. */
    public long[] watched() {
        return watched;
    }

    /** How many bits of an offset lie within a line. */
    public int lineShift() {
        return lineShift;
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
        int offset = page << PAGE_SHIFT;
        watch(offset, Math.min(PAGE_BYTES, length - offset));
    }

    /** Asks that observers be told of the next write to each line in which some of these bytes lie. */
    public void watch(int offset, int length) {
        for (int line = offset >>> lineShift; line <= (offset + length - 1) >>> lineShift; line++) {
            watched[line >>> GROUP_SHIFT] |= 1L << line;
        }
    }

    /** Tells of a write of {@code length} bytes, at least 1, at a byte offset, before it happens. */
    public void touch(int offset, int length) {
        if (isWatched(offset, length)) {
            tell(offset, length);
        }
    }

    /** Whether a write of {@code length} bytes, at least 1, at a byte offset would be told. */
    public boolean isWatched(int offset, int length) {
        int first = offset >>> lineShift;
        int last = (offset + length - 1) >>> lineShift;
        return isWatched(first) || last != first && isAnyWatched(first + 1, last);
    }

    private boolean isWatched(int line) {
        return (watched[line >>> GROUP_SHIFT] & 1L << line) != 0;
    }

    private boolean isAnyWatched(int first, int last) {
        for (int line = first; line <= last; line++) {
            if (isWatched(line)) {
                return true;
            }
        }
        return false;
    }

    private void tell(int offset, int length) {
        for (int line = offset >>> lineShift; line <= (offset + length - 1) >>> lineShift; line++) {
            watched[line >>> GROUP_SHIFT] &= ~(1L << line);
        }
        observers.forEach(o -> o.written(this, offset, length));
    }
}
