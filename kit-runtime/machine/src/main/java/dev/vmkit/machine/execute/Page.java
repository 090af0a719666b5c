package dev.vmkit.machine.execute;

import dev.vmkit.machine.memory.Access;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.Ram;
import org.jspecify.annotations.Nullable;

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

    /** The part of the page around an address that lies in the same memory; null for devices and crumbs. */
    static @Nullable Page around(long address, long physical, Access access, AddressSpace memory) {
        Mapping mapping = memory.find(physical);
        if (!mapping.contains(physical)
                || !(mapping.region() instanceof Ram ram)
                || access == Access.STORE && !ram.writable()) {
            return null;
        }
        int unitShift = Integer.numberOfTrailingZeros(memory.unitBytes());
        long pageUnits = Ram.PAGE_BYTES >> unitShift;
        long offset = physical - mapping.start();
        long inPage = address & (pageUnits - 1);
        long below = Math.min(inPage, offset);
        long units = below + Math.min(pageUnits - inPage, ram.size() - offset);
        int base = (int) (offset - below) << unitShift;
        return units << unitShift < Long.BYTES
                ? null
                : new Page(address - below, units, physical - below, ram, ram.bytes(), base);
    }
}
