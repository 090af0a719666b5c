package dev.vmkit.machine.execute;

import java.util.HashSet;
import java.util.Set;

/** The blocks larger than a page that were translated as one. If a part of one is to be forgotten, all of it is. */
final class Blocks {
    private final Set<Block> known = new HashSet<>();
    private long sizes;

    private record Block(long number, int bits) {}

    /** Adds the block of 2 to the power of {@code bits} addresses around one. */
    void add(long address, int bits) {
        sizes |= 1L << bits;
        known.add(new Block(address >>> bits, bits));
    }

    boolean contain(long address) {
        for (long left = sizes; left != 0; left &= left - 1) {
            int bits = Long.numberOfTrailingZeros(left);
            if (known.contains(new Block(address >>> bits, bits))) {
                return true;
            }
        }
        return false;
    }

    void clear() {
        known.clear();
        sizes = 0;
    }
}
