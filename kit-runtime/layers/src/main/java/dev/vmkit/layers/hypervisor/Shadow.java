package dev.vmkit.layers.hypervisor;

import dev.vmkit.machine.memory.Access;
import dev.vmkit.machine.memory.Ram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The monitor's tables for one space of a guest: under each root, where pages lead for each kind of access. */
final class Shadow {
    private record Entry(long root, Access access, long physical) {}

    /** Past so many entries all had better be dropped: a guest can map one page of its memory without end. */
    private static final int MOST = 1 << 18;

    /** By the first address of the page. */
    private final Map<Long, List<Entry>> pages = new HashMap<>();

    private final long pageUnits;
    private int entries;

    /** Without entries, for a space of units of so many bytes. */
    Shadow(int unitBytes) {
        this.pageUnits = Ram.PAGE_BYTES / unitBytes;
    }

    /** Addresses in a page. */
    long pageUnits() {
        return pageUnits;
    }

    /** The physical address behind an address, or {@link Deprivileged#NONE}. */
    long find(long root, long address, Access access) {
        for (Entry entry : pages.getOrDefault(page(address), List.of())) {
            if (entry.root == root && entry.access == access) {
                return entry.physical + (address & (pageUnits - 1));
            }
        }
        return Deprivileged.NONE;
    }

    /** From now on the page around an address leads to that around a physical address. */
    void enter(long root, long address, Access access, long physical) {
        entries++;
        pages.computeIfAbsent(page(address), _ -> new ArrayList<>()).add(new Entry(root, access, page(physical)));
    }

    /** No page leads anywhere. */
    void clear() {
        entries = 0;
        pages.clear();
    }

    /** The page around an address leads nowhere, under no root. */
    void drop(long address) {
        List<Entry> dropped = pages.remove(page(address));
        entries -= dropped == null ? 0 : dropped.size();
    }

    /** Whether there are too many entries to keep. */
    boolean isFull() {
        return entries >= MOST;
    }

    private long page(long address) {
        return address & -pageUnits;
    }
}
