package dev.vmkit.machine.execute;

import java.util.BitSet;

/**
 * For each page that leads to one memory, what to add to its addresses to get places in that memory. The table has more
 * entries than the memory has pages, so that an address of another page with the same entry leads beyond its end: one
 * addition and one comparison tell a hit.
 */
final class Addends {
    private final long[] table;
    private final long units;
    private final int pageShift;
    private final BitSet filled = new BitSet();

    /**
     * An empty table.
     *
     * @param units address units of the memory
     */
    Addends(long units, int pageShift) {
        long pages = (units >>> pageShift) + 2;
        this.table = new long[Math.toIntExact(Long.highestOneBit(pages - 1) << 1)];
        this.units = units;
        this.pageShift = pageShift;
        for (int i = 0; i < table.length; i++) {
            table[i] = none(i);
        }
    }

    private long none(int place) {
        return units - ((long) place << pageShift);
    }

    /** The table itself, for compiled code. */
    long[] table() {
        return table;
    }

    /** The page with that number leads to a memory by adding {@code addend}. */
    void put(long number, long addend) {
        int place = place(number);
        table[place] = addend;
        filled.set(place);
    }

    /** The page with that number, and any that shares its place, leads nowhere. */
    void forget(long number) {
        table[place(number)] = none(place(number));
    }

    /** No page leads anywhere. */
    void clear() {
        filled.stream().forEach(place -> table[place] = none(place));
        filled.clear();
    }

    private int place(long number) {
        return (int) number & (table.length - 1);
    }
}
