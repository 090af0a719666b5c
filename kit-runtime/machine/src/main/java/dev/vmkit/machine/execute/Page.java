package dev.vmkit.machine.execute;

import dev.vmkit.machine.memory.Ram;

/**
 * Addresses of a space behind which memory lies: an entry of a {@link Tlb}.
 *
 * @param start the first address
 * @param units how many; at least 64 bits of memory, at most a page
 * @param physical the physical address of the first
 * @param ram the memory
 * @param bytes its bytes
 * @param base where in them the first address lies
 */
record Page(long start, long units, long physical, Ram ram, byte[] bytes, int base) {
    private static final byte[] NO_BYTES = {};
    private static final Ram NO_RAM = new Ram(0, 1, false);

    /** A page that holds none of the addresses that come to its place in a table. */
    static Page elsewhere(long start, long units) {
        return new Page(start, units, 0, NO_RAM, NO_BYTES, 0);
    }

    boolean holds(long address) {
        return Long.compareUnsigned(address - start, units) < 0;
    }
}
