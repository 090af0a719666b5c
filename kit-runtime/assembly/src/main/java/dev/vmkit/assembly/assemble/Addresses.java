package dev.vmkit.assembly.assemble;

import java.util.Locale;

/** Addresses in words; they are unsigned. */
final class Addresses {
    private Addresses() {}

    static String hex(long address) {
        return "0x" + Long.toHexString(address).toUpperCase(Locale.ROOT);
    }

    /** "0x8000 to 0x8FFF". */
    static String range(long start, long units) {
        return hex(start) + " to " + hex(start + units - 1);
    }

    /** The largest address of so many bits, within [1, 64]. */
    static long last(int width) {
        return -1L >>> (64 - width);
    }

    /** Whether {@code units} addresses from {@code start}, at least 1, all exist in a space of so many bits. */
    static boolean exist(long start, long units, int width) {
        long last = last(width);
        return Long.compareUnsigned(start, last) <= 0 && Long.compareUnsigned(units - 1, last - start) <= 0;
    }

    /** Whether two ranges, each of at least one address, share one. */
    static boolean overlap(long startA, long unitsA, long startB, long unitsB) {
        return Long.compareUnsigned(startB - startA, unitsA) < 0 || Long.compareUnsigned(startA - startB, unitsB) < 0;
    }
}
