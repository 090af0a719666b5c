package dev.vmkit.machine.translate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the addresses where execution arrived lately: the entry of a region there or, if there is none, how often it came.
 * An address shares its place with others, and then begins anew.
 */
final class Arrivals {
    private static final int PLACES = 1 << 14;

    private final long[] pcs = new long[PLACES];
    private final @Nullable Entry[] entries = new @Nullable Entry[PLACES];
    private final @Nullable Object[] searched = new @Nullable Object[PLACES];
    private final int[] counts = new int[PLACES];

    private static int place(long pc) {
        return (int) (pc >>> 1 ^ pc >>> 15) & (PLACES - 1);
    }

    /** The entry at an address, if one was put there. */
    @Nullable
    Entry entry(long pc) {
        int place = place(pc);
        return pcs[place] == pc ? entries[place] : null;
    }

    /** Whether nobody has searched for a region there under this stamp; the next time, somebody has. */
    boolean isNews(long pc, Object stamp) {
        int place = place(pc);
        if (pcs[place] != pc) {
            pcs[place] = pc;
            entries[place] = null;
            counts[place] = 0;
            searched[place] = null;
        }
        boolean news = searched[place] != stamp;
        searched[place] = stamp;
        return news;
    }

    /** Counts an arrival at an address that is known since {@link #isNews}. */
    int count(long pc) {
        return ++counts[place(pc)];
    }

    void put(Entry entry) {
        int place = place(entry.pc());
        pcs[place] = entry.pc();
        entries[place] = entry;
        counts[place] = 0;
    }

    /** Nothing is entered at an address, and nobody need search there. */
    void drop(long pc) {
        entries[place(pc)] = null;
        counts[place(pc)] = 1;
    }

    /** Forgets regions whose instructions have changed. */
    void forgetInvalid() {
        for (int i = 0; i < PLACES; i++) {
            Entry entry = entries[i];
            if (entry != null && !entry.region().footprint().isValid()) {
                entries[i] = null;
                counts[i] = 0;
            }
        }
    }

    void clear() {
        Arrays.fill(entries, null);
        Arrays.fill(counts, 0);
        Arrays.fill(searched, null);
    }
}
