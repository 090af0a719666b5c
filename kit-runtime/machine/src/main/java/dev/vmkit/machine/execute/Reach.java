package dev.vmkit.machine.execute;

import dev.vmkit.machine.memory.Ram;

/** How compiled code may reach a space without asking, as long as translations stay as they are. */
public sealed interface Reach {
    /** Every access has to ask. */
    record Nothing() implements Reach {}

    /**
     * Addresses are physical, and nothing forbids any of them.
     *
     * @param start the first address of the memory
     */
    record Flat(Ram ram, long start) implements Reach {}

    /**
     * Page by page: {@code table[page & (table.length - 1)]}, added to an address, gives its place in the memory, in address
     * units, or something beyond its end.
     *
     * @param pageShift how many bits of an address lie within a page
     */
    record Paged(Ram ram, int pageShift, long[] loads, long[] stores) implements Reach {}
}
