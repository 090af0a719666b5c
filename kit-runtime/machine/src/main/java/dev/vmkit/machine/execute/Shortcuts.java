package dev.vmkit.machine.execute;

import dev.vmkit.machine.memory.Access;
import dev.vmkit.machine.memory.Ram;

/** The pages of a {@link Tlb} that lead to one memory, as compiled code looks them up. */
final class Shortcuts {
    private final Ram ram;
    private final int unitShift;
    private final int pageShift;
    private final Addends loads;
    private final Addends stores;

    /** Without pages. */
    Shortcuts(Ram ram, int pageShift) {
        this.ram = ram;
        this.unitShift = Integer.numberOfTrailingZeros(ram.unitBytes());
        this.pageShift = pageShift;
        this.loads = new Addends(ram.size(), pageShift);
        this.stores = new Addends(ram.size(), pageShift);
    }

    Reach reach() {
        return new Reach.Paged(ram, pageShift, loads.table(), stores.table());
    }

    /** A page was translated. Only a whole one of this memory can be told by its number alone. */
    void found(Access access, Page page) {
        boolean whole = page.units() == 1L << pageShift && (page.start() & (page.units() - 1)) == 0;
        if (page.ram() == ram && whole && (access == Access.LOAD || access == Access.STORE)) {
            Addends table = access == Access.LOAD ? loads : stores;
            table.put(page.start() >>> pageShift, (page.base() >>> unitShift) - page.start());
        }
    }

    void forget(long number) {
        loads.forget(number);
        stores.forget(number);
    }

    void clear() {
        loads.clear();
        stores.clear();
    }
}
