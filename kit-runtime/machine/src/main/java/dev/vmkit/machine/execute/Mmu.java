package dev.vmkit.machine.execute;

import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.memory.Access;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Bytes;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.Ram;
import org.jspecify.annotations.Nullable;

/**
 * One hart's way into one space: the definition's translation, if it has one, remembered by page in a {@link Tlb}. A page
 * of memory is reached with one comparison; all else takes the {@link SlowPath}.
 *
 * <p>Remembering by pages of 4 KiB is right only if the definition translates whole pages of at least that size. It says so
 * by declaring on which state its translation depends, {@code translate-key}; without that its function is called for
 * every access.
 */
final class Mmu {
    private final AddressSpace memory;
    private final Translation translation;
    private final SlowPath slow;
    private final boolean big;
    private final int unitShift;
    private final int pageShift;
    private final long pageUnits;
    private final int unitsOf16;
    private final int unitsOf32;
    private final int unitsOf64;
    private Page[] loads;
    private Page[] stores;
    private Page[] fetches;

    Mmu(Core core, Space space, AddressSpace memory) {
        this.memory = memory;
        this.big = memory.big();
        this.unitShift = Integer.numberOfTrailingZeros(memory.unitBytes());
        this.pageShift = Ram.PAGE_SHIFT - unitShift;
        this.pageUnits = 1L << pageShift;
        this.unitsOf16 = 2 >> unitShift;
        this.unitsOf32 = 4 >> unitShift;
        this.unitsOf64 = 8 >> unitShift;
        this.translation = new Translation(core, space, pageShift);
        this.slow = new SlowPath(core, space, memory, translation, this::remember);
        Tlb none = translation.current();
        this.loads = none.loads();
        this.stores = none.stores();
        this.fetches = none.fetches();
    }

    long load8(long a) {
        Page[] table = loads;
        Page p = table[(int) (a >>> pageShift) & (table.length - 1)];
        long at = a - p.start();
        return Long.compareUnsigned(at, p.units()) < 0 ? p.bytes()[p.base() + (int) at] & 0xFFL : slow.load(a, 8);
    }

    long load16(long a) {
        Page[] table = loads;
        Page p = table[(int) (a >>> pageShift) & (table.length - 1)];
        long at = a - p.start();
        return Long.compareUnsigned(at, p.units() - unitsOf16) <= 0
                ? Bytes.get(p.bytes(), p.base() + ((int) at << unitShift), 16, big)
                : slow.load(a, 16);
    }

    long load32(long a) {
        Page[] table = loads;
        Page p = table[(int) (a >>> pageShift) & (table.length - 1)];
        long at = a - p.start();
        return Long.compareUnsigned(at, p.units() - unitsOf32) <= 0
                ? Bytes.get(p.bytes(), p.base() + ((int) at << unitShift), 32, big)
                : slow.load(a, 32);
    }

    long load64(long a) {
        Page[] table = loads;
        Page p = table[(int) (a >>> pageShift) & (table.length - 1)];
        long at = a - p.start();
        return Long.compareUnsigned(at, p.units() - unitsOf64) <= 0
                ? Bytes.get(p.bytes(), p.base() + ((int) at << unitShift), 64, big)
                : slow.load(a, 64);
    }

    int store8(long a, long value) {
        Page[] table = stores;
        Page p = table[(int) (a >>> pageShift) & (table.length - 1)];
        long at = a - p.start();
        return Long.compareUnsigned(at, p.units()) < 0
                ? write(p, p.base() + (int) at, 8, value)
                : slow.store(a, 8, value);
    }

    int store16(long a, long value) {
        Page[] table = stores;
        Page p = table[(int) (a >>> pageShift) & (table.length - 1)];
        long at = a - p.start();
        return Long.compareUnsigned(at, p.units() - unitsOf16) <= 0
                ? write(p, p.base() + ((int) at << unitShift), 16, value)
                : slow.store(a, 16, value);
    }

    int store32(long a, long value) {
        Page[] table = stores;
        Page p = table[(int) (a >>> pageShift) & (table.length - 1)];
        long at = a - p.start();
        return Long.compareUnsigned(at, p.units() - unitsOf32) <= 0
                ? write(p, p.base() + ((int) at << unitShift), 32, value)
                : slow.store(a, 32, value);
    }

    int store64(long a, long value) {
        Page[] table = stores;
        Page p = table[(int) (a >>> pageShift) & (table.length - 1)];
        long at = a - p.start();
        return Long.compareUnsigned(at, p.units() - unitsOf64) <= 0
                ? write(p, p.base() + ((int) at << unitShift), 64, value)
                : slow.store(a, 64, value);
    }

    private int write(Page p, int offset, int width, long value) {
        p.ram().touch(offset, width / 8);
        Bytes.set(p.bytes(), offset, width, big, value);
        return Action.DONE;
    }

    /** Any width that is a multiple of the unit. */
    long load(long address, int width) {
        return slow.load(address, width);
    }

    /** Any width that is a multiple of the unit. */
    int store(long address, int width, long value) {
        return slow.store(address, width, value);
    }

    /**
     * The physical address behind an address.
     *
     * @throws Abort if there is none
     */
    long physical(long address, Access access) {
        return slow.physical(address, access);
    }

    private void remember(Access access, long address, long physical) {
        Tlb tlb = translation.current();
        loads = tlb.loads();
        stores = tlb.stores();
        fetches = tlb.fetches();
        Page page = translation.remembers() ? page(access, address, physical) : null;
        if (page != null) {
            Page[] table = tlb.table(access);
            table[(int) (address >>> pageShift) & (table.length - 1)] = page;
        }
    }

    /** The part of the page around an address that lies in the same memory; null for devices and crumbs. */
    private @Nullable Page page(Access access, long address, long physical) {
        Mapping mapping = memory.find(physical);
        if (!mapping.contains(physical)
                || !(mapping.region() instanceof Ram ram)
                || access == Access.STORE && !ram.writable()) {
            return null;
        }
        long offset = physical - mapping.start();
        long inPage = address & (pageUnits - 1);
        long below = Math.min(inPage, offset);
        long units = below + Math.min(pageUnits - inPage, ram.size() - offset);
        int base = (int) (offset - below) << unitShift;
        return units << unitShift < Long.BYTES ? null : new Page(address - below, units, ram, ram.bytes(), base);
    }

    /** The memory around an instruction; null if there is not enough of it to remember. */
    @Nullable
    Page fetchPage(long a) {
        long address = a & memory.mask();
        Page known = fetches[(int) (address >>> pageShift) & (fetches.length - 1)];
        if (known.holds(address)) {
            return known;
        }
        slow.fetch(address);
        Page found = fetches[(int) (address >>> pageShift) & (fetches.length - 1)];
        return found.holds(address) ? found : null;
    }

    /** The address unit of an instruction. */
    long fetchUnit(long a) {
        Page p = fetchPage(a);
        long address = a & memory.mask();
        return p == null
                ? slow.fetch(address)
                : Bytes.get(p.bytes(), p.base() + ((int) (address - p.start()) << unitShift), memory.unitBits(), big);
    }

    /** Addresses in a page. */
    long pageUnits() {
        return pageUnits;
    }

    /** The bits an address may have. */
    long mask() {
        return memory.mask();
    }

    int unitShift() {
        return unitShift;
    }

    boolean translates() {
        return translation.exists();
    }

    /** A register of the translate key was written: the translations remembered may be those of another key. */
    void rekey() {
        Tlb none = translation.rekey();
        loads = none.loads();
        stores = none.stores();
        fetches = none.fetches();
    }

    /** Translations may have changed. */
    void flush() {
        translation.flush();
        rekey();
    }
}
