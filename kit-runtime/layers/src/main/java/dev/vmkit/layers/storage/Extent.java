package dev.vmkit.layers.storage;

import java.io.IOException;

/**
 * Some bytes of a disk that lie in one cluster.
 *
 * @param cluster its number
 * @param offset the first of the bytes, from the cluster's start
 * @param done how many of all the bytes come before
 * @param bytes how many
 */
record Extent(int cluster, int offset, long done, int bytes) {

    /** Work on one extent after another. */
    interface Work {
        void on(Extent extent) throws IOException;
    }

    /** Cuts a range at the borders of clusters of 2^{@code clusterBits} bytes. */
    static void each(long position, long length, int clusterBits, Work work) throws IOException {
        int clusterBytes = 1 << clusterBits;
        long done = 0;
        while (done < length) {
            int offset = (int) (position + done & clusterBytes - 1);
            int bytes = (int) Math.min(clusterBytes - offset, length - done);
            work.on(new Extent((int) (position + done >>> clusterBits), offset, done, bytes));
            done += bytes;
        }
    }

    /**
     * Makes sure that a range lies on a disk.
     *
     * @throws IOException if it does not
     */
    static void require(long position, long length, long size) throws IOException {
        if (position < 0 || length < 0 || position > size - length) {
            throw new IOException(length + " bytes at " + position + " lie outside of " + size);
        }
    }
}
