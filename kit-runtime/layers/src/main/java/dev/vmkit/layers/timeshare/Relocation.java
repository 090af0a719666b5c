package dev.vmkit.layers.timeshare;

import dev.vmkit.layers.hypervisor.Deprivileged;

/**
 * A base and a bound: what a program calls {@code origin} lies at {@code base}, and nothing is its own that lies further
 * from there than {@code size} words.
 */
record Relocation(long origin, long base, long size) {
    /** No address is anybody's. */
    static final Relocation NOWHERE = new Relocation(0, 0, 0);

    /** The physical address behind an address, or {@link Deprivileged#NONE}. */
    long physical(long address) {
        long distance = address - origin;
        return Long.compareUnsigned(distance, size) < 0 ? base + distance : Deprivileged.NONE;
    }
}
