package dev.vmkit.machine.memory;

/**
 * Memory that keeps what is written: RAM, or ROM where the guest cannot write. Bytes lie in one array, so that the fast
 * path is one bounds check; a unit of 16 bits takes two bytes in the space's byte order.
 */
public final class Ram implements Region {
    /** Bytes in a page, the unit of watching, snapshots and hashes. */
    public static final int PAGE_BYTES = 4096;

    private final byte[] bytes;
    private final int unitBytes;
    private final boolean writable;
    private final byte[] watched;
    private PageObserver observer = (ram, page) -> {};

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
        this.watched = new byte[(bytes.length + PAGE_BYTES - 1) / PAGE_BYTES];
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

    /** The bytes themselves, for engines; whoever writes them calls {@link #touch} first. */
    public byte[] bytes() {
        return bytes;
    }

    /** The one who is told of writes to watched pages. */
    public void observer(PageObserver newObserver) {
        observer = newObserver;
    }

    /** Asks to be told once of the next write to a page. */
    public void watch(int page) {
        watched[page] = 1;
    }

    /** Tells of a write of {@code length} bytes at a byte offset, before it happens. */
    public void touch(int offset, int length) {
        int last = (offset + length - 1) / PAGE_BYTES;
        for (int page = offset / PAGE_BYTES; page <= last; page++) {
            if (watched[page] != 0) {
                watched[page] = 0;
                observer.written(this, page);
            }
        }
    }
}
