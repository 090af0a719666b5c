package dev.vmkit.plugins.virtio.block;

/** Numbers of the features that concern block devices alone (section 5.2.3). */
final class BlockFeature {
    static final int SIZE_MAX = 1;
    static final int SEG_MAX = 2;
    static final int READ_ONLY = 5;
    static final int BLK_SIZE = 6;
    static final int FLUSH = 9;
    static final int DISCARD = 13;
    static final int WRITE_ZEROES = 14;

    private BlockFeature() {}

    /** What a disk offers: one that cannot be written has nothing to discard. */
    static long offered(boolean writable) {
        long always = 1L << SIZE_MAX | 1L << SEG_MAX | 1L << BLK_SIZE | 1L << FLUSH;
        return always | (writable ? 1L << DISCARD | 1L << WRITE_ZEROES : 1L << READ_ONLY);
    }
}
