package dev.vmkit.machine.memory;

import java.util.Comparator;

/**
 * A region and where it lies.
 *
 * @param start its first address
 */
public record Mapping(long start, Region region) {
    /** What {@link AddressSpace#find} gives where nothing lies; it contains no address. */
    public static final Mapping NOTHING = new Mapping(0, new Ram(0, 1, false));

    static final Comparator<Mapping> BY_START = (a, b) -> Long.compareUnsigned(a.start, b.start);

    /** Its last address. */
    public long end() {
        return start + region.size() - 1;
    }

    public boolean contains(long address) {
        return Long.compareUnsigned(address - start, region.size()) < 0;
    }

    /** Whether all of some units from an address on lie within. */
    public boolean contains(long address, int units) {
        return contains(address) && Long.compareUnsigned(units - 1L, end() - address) <= 0;
    }

    boolean overlaps(Mapping other) {
        return contains(other.start) || other.contains(start);
    }

    /** The addresses it covers. */
    @Override
    public String toString() {
        return "0x" + Long.toHexString(start) + "..0x" + Long.toHexString(end());
    }
}
