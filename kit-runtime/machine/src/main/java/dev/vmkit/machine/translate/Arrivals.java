package dev.vmkit.machine.translate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the addresses where execution arrived lately: the region there or, if there is none, how often it came.
 * An address shares its place with others, and then begins anew.
 */
final class Arrivals {
    private static final int PLACES = 1 << 14;

    private final long[] pcs = new long[PLACES];
    private final @Nullable Region[] regions = new @Nullable Region[PLACES];
    private final @Nullable Object[] searched = new @Nullable Object[PLACES];
    private final int[] counts = new int[PLACES];

    private static int place(long pc) {
        return (int) (pc >>> 1 ^ pc >>> 15) & (PLACES - 1);
    }

    /** The region at an address, if one was put there. */
    @Nullable
    Region region(long pc) {
        int place = place(pc);
        return pcs[place] == pc ? regions[place] : null;
    }

    /** Whether nobody has searched for the region there under this stamp; the next time, somebody has. */
    boolean isNews(long pc, Object stamp) {
        int place = place(pc);
        if (pcs[place] != pc) {
            pcs[place] = pc;
            regions[place] = null;
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

    void put(long pc, Region region) {
        int place = place(pc);
        pcs[place] = pc;
        regions[place] = region;
        counts[place] = 0;
    }

    /** Forgets regions whose instructions have changed. */
    void forgetInvalid() {
        for (int i = 0; i < PLACES; i++) {
            Region region = regions[i];
            if (region != null && !region.footprint().isValid()) {
                regions[i] = null;
                counts[i] = 0;
            }
        }
    }

    void clear() {
        Arrays.fill(regions, null);
        Arrays.fill(counts, 0);
        Arrays.fill(searched, null);
    }
}
