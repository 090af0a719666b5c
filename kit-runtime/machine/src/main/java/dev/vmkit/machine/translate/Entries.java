package dev.vmkit.machine.translate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The entries of all regions. An address has several where other pages of memory lie there at other times, or a better region. */
final class Entries {
    private static final int WORDS = 1 << 10;

    private final Map<Long, List<Entry>> byPc = new HashMap<>();
    private final Map<Region, List<Entry>> byRegion = new LinkedHashMap<>();

    /** A bit for each address that has had some, shared with others: of most addresses it tells at once that they have none. */
    private final long[] bits = new long[WORDS];

    private static int word(long pc) {
        return (int) (pc >>> 7 ^ pc >>> 17) & WORDS - 1;
    }

    private static long bit(long pc) {
        return 1L << (pc >>> 1);
    }

    /** Those at an address: of full regions, then of quick ones, the older ones first. */
    List<Entry> at(long pc) {
        return (bits[word(pc)] & bit(pc)) == 0 ? List.of() : byPc.getOrDefault(pc, List.of());
    }

    /** Adds those of a new region. */
    void add(Region region, List<Entry> its) {
        byRegion.put(region, new ArrayList<>(its));
        for (Entry entry : its) {
            List<Entry> there = byPc.computeIfAbsent(entry.pc(), _ -> new ArrayList<>());
            there.add(region.effort() == Effort.FULL ? full(there) : there.size(), entry);
            bits[word(entry.pc())] |= bit(entry.pc());
        }
    }

    private static int full(List<Entry> some) {
        return (int) some.stream()
                .filter(entry -> entry.region().effort() == Effort.FULL)
                .count();
    }

    /** Removes one, if it is there; whether its region has no other. */
    boolean remove(Entry entry) {
        List<Entry> its = byRegion.get(entry.region());
        if (its == null || !its.remove(entry)) {
            return false;
        }
        forget(entry);
        if (its.isEmpty()) {
            byRegion.remove(entry.region());
        }
        return its.isEmpty();
    }

    /** Where a region is entered, the place for which it was made first; nowhere if it was removed. */
    List<Entry> of(Region region) {
        return byRegion.getOrDefault(region, List.of());
    }

    /** Removes all of a region; gives them. */
    List<Entry> remove(Region region) {
        List<Entry> its = byRegion.remove(region);
        Objects.requireNonNull(its).forEach(this::forget);
        return its;
    }

    private void forget(Entry entry) {
        List<Entry> there = Objects.requireNonNull(byPc.get(entry.pc()));
        there.remove(entry);
        if (there.isEmpty()) {
            byPc.remove(entry.pc());
        }
    }

    void clear() {
        byPc.clear();
        byRegion.clear();
        Arrays.fill(bits, 0);
    }

    /** The regions that can be entered. */
    List<Region> regions() {
        return List.copyOf(byRegion.keySet());
    }

    /** How many regions can be entered. */
    int count() {
        return byRegion.size();
    }
}
