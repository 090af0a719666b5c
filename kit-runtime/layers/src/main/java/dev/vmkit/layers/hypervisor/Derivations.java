package dev.vmkit.layers.hypervisor;

import dev.vmkit.machine.memory.Ram;
import java.util.HashSet;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Which addresses' shadow entries were derived from which places of one memory. */
final class Derivations {
    /** An entry of a table has at most so many bytes. */
    private static final int MOST_BYTES = 8;

    /** By the first byte of the guest's entry. */
    private final NavigableMap<Integer, Set<Long>> addresses = new TreeMap<>();

    /** Derived for an address, from an entry at an offset. */
    void add(int offset, long address) {
        addresses.computeIfAbsent(offset, _ -> new HashSet<>()).add(address);
    }

    /** Whether something is derived from a page in which some of these bytes lie. */
    boolean touches(int offset, int length) {
        int from = offset & -Ram.PAGE_BYTES;
        int to = (offset + length - 1 | Ram.PAGE_BYTES - 1) + 1;
        return !addresses.subMap(from, to).isEmpty();
    }

    /** Nothing is derived for an address from an entry at an offset. */
    void remove(int offset, long address) {
        addresses.computeIfPresent(offset, (_, all) -> all.remove(address) && all.isEmpty() ? null : all);
    }

    /** Takes out what is derived from these bytes: the addresses. */
    Set<Long> remove(int offset, int length) {
        NavigableMap<Integer, Set<Long>> some = addresses.subMap(offset - MOST_BYTES, false, offset + length, false);
        Set<Long> all = new HashSet<>();
        some.values().forEach(all::addAll);
        some.clear();
        return all;
    }
}
