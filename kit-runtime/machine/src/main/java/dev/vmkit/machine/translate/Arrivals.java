package dev.vmkit.machine.translate;

import org.jspecify.annotations.Nullable;

/**
 * Where execution arrived lately: which region is entered there, or else how often it came. An address shares its place with
 * others, and then begins anew.
 */
final class Arrivals {
    private static final int PLACES = 1 << 14;

    /** What is known of one address, in one place, since every jump of the guest looks there. */
    private static final class Arrival {
        private long pc;
        private @Nullable Entry entry;
        /** A stamp under which the entry is right. */
        private @Nullable Object right;

        /** The stamp under which a region was searched for. */
        private @Nullable Object searched;

        private int left;
        private int milestone;

        /** Nothing is known of an address. */
        void begin(long itsPc) {
            pc = itsPc;
            entry = null;
            right = null;
            searched = null;
            await(0, 1);
        }

        void await(int already, int next) {
            left = next - already;
            milestone = next;
        }
    }

    private final int step;
    private final int enough;
    private final Arrival[] places = new Arrival[PLACES];

    /**
     * No arrivals so far.
     *
     * @param step how many may make an address worth a region
     * @param enough how many do; a multiple of that
     */
    Arrivals(int step, int enough) {
        this.step = step;
        this.enough = enough;
        for (int i = 0; i < PLACES; i++) {
            places[i] = new Arrival();
            places[i].begin(0);
        }
    }

    private Arrival place(long pc) {
        return places[(int) (pc >>> 1 ^ pc >>> 15) & (PLACES - 1)];
    }

    /** The entry at an address, if one was put there, and is right under this stamp. */
    @Nullable
    Entry entry(long pc, Object stamp) {
        Arrival place = place(pc);
        Entry entry = place.entry;
        if (entry == null || place.pc != pc) {
            return null;
        }
        if (place.right != stamp) {
            if (!entry.region().isRightUnder(stamp)) {
                return null;
            }
            place.right = stamp;
        }
        return entry;
    }

    /** Whether an entry was put there that is worth as much as any of this effort. */
    boolean isEntry(long pc, Effort effort) {
        Arrival place = place(pc);
        return place.pc == pc
                && place.entry != null
                && place.entry.region().effort().compareTo(effort) >= 0;
    }

    /** Whether nobody has searched for a region there under this stamp; the next time, somebody has. */
    boolean isNews(long pc, Object stamp) {
        Arrival place = place(pc);
        if (place.pc != pc) {
            place.begin(pc);
        }
        boolean news = place.searched != stamp;
        place.searched = stamp;
        return news;
    }

    /**
     * Counts an arrival at an address that is known since {@link #isNews}.
     *
     * @return how many there were, if that is a milestone: a power of two, or a multiple of the step; else 0
     */
    int count(long pc) {
        Arrival place = place(pc);
        if (--place.left > 0) {
            return 0;
        }
        int times = place.milestone;
        place.await(times, times < step ? Math.min(2 * times, step) : times + step);
        return times;
    }

    /** There are going to be many at an address: it is almost worth a region already. That is no reason to give up an entry. */
    void expect(long pc) {
        Arrival place = place(pc);
        if (place.entry != null) {
            return;
        }
        if (place.pc != pc) {
            place.begin(pc);
        }
        if (place.milestone < enough) {
            place.await(enough - enough / 16, enough);
        }
    }

    /** An entry is right under this stamp. */
    void put(Entry entry, Object stamp) {
        Arrival place = place(entry.pc());
        place.begin(entry.pc());
        place.entry = entry;
        place.right = stamp;
        place.searched = stamp;
    }

    /** Nothing is entered at an address, and nobody need search there. */
    void drop(long pc) {
        Arrival place = place(pc);
        place.entry = null;
        place.await(1, 2);
    }

    /** An entry leads to its region no longer. */
    void forget(Entry entry) {
        Arrival place = place(entry.pc());
        if (place.entry == entry) {
            place.begin(entry.pc());
        }
    }

    /** Forgets regions whose instructions have changed. */
    void forgetInvalid() {
        for (Arrival place : places) {
            if (place.entry != null && !place.entry.region().footprint().isValid()) {
                place.entry = null;
                place.await(0, 1);
            }
        }
    }

    void clear() {
        for (Arrival place : places) {
            place.begin(place.pc);
        }
    }
}
