package dev.vmkit.machine.execute;

import dev.vmkit.machine.memory.Access;

/**
 * Translations found so far for one value of the translate key, page by page, one table for each kind of access. The place
 * in a table comes from the page's number; an empty place holds a page that belongs to another place, so that one
 * comparison tells a hit.
 *
 * @param key the value
 * @param fetches, loads, stores, managed the tables, of a power of two of entries
 */
record Tlb(long[] key, Page[] fetches, Page[] loads, Page[] stores, Page[] managed, Page[] empty) {
    private static final int ENTRIES = 512;

    /** Tables without translations, for pages of 2 to the power of {@code pageShift} addresses. */
    static Tlb empty(int pageShift) {
        Page[] empty = new Page[ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            empty[i] = Page.elsewhere((i + 1L) << pageShift, 1L << pageShift);
        }
        return tables(new long[0], empty);
    }

    /** Other tables without translations, for another key. */
    Tlb another(long[] itsKey) {
        return tables(itsKey, empty);
    }

    private static Tlb tables(long[] key, Page[] empty) {
        return new Tlb(key, empty.clone(), empty.clone(), empty.clone(), empty.clone(), empty);
    }

    Page[] table(Access access) {
        return switch (access) {
            case FETCH -> fetches;
            case LOAD -> loads;
            case STORE -> stores;
            case MANAGE -> managed;
        };
    }

    /** Forgets the translations of the page with that number. */
    void forget(long number) {
        int place = (int) number & (ENTRIES - 1);
        fetches[place] = empty[place];
        loads[place] = empty[place];
        stores[place] = empty[place];
        managed[place] = empty[place];
    }
}
