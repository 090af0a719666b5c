package dev.vmkit.machine.execute;

import dev.vmkit.language.ir.Operations;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.hart.PageStatistics;
import dev.vmkit.machine.memory.Access;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Bytes;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.Ram;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One hart's way into one space: the definition's translation, if it has one, remembered by page in a {@link Tlb}. A page
 * of memory is reached with one comparison; all else takes the {@link SlowPath}.
 *
 * <p>Remembering by pages of 4 KiB is right only if the definition translates whole pages of at least that size. It says so
 * by declaring on which state its translation depends, {@code translate-key}; without that its function is called for
 * every access.
 */
public final class Mmu {
    private final Core core;
    private final AddressSpace memory;
    private final Translation translation;
    private final SlowPath slow;
    private final MainMemory main;
    private final long mask;
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
    private Tlb used;
    private boolean aside = true;
    private boolean exposed;

    Mmu(Core core, Space space, AddressSpace memory) {
        this.core = core;
        this.memory = memory;
        this.main = new MainMemory(memory);
        this.mask = Operations.mask(space.addressWidth());
        this.big = memory.big();
        this.unitShift = Integer.numberOfTrailingZeros(memory.unitBytes());
        this.pageShift = Ram.PAGE_SHIFT - unitShift;
        this.pageUnits = 1L << pageShift;
        this.unitsOf16 = 2 >> unitShift;
        this.unitsOf32 = 4 >> unitShift;
        this.unitsOf64 = 8 >> unitShift;
        this.translation = new Translation(core, space, pageShift);
        this.slow = new SlowPath(core, space, memory, translation, this::remember);
        use(translation.rekey());
    }

    /** The 8 bits at an address. */
    public long load8(long a) {
        Page[] table = loads;
        Page p = table[(int) (a >>> pageShift) & (table.length - 1)];
        long at = a - p.start();
        return Long.compareUnsigned(at, p.units()) < 0 ? p.bytes()[p.base() + (int) at] & 0xFFL : loadMissed(a, 8);
    }

    /** The 16 bits at an address. */
    public long load16(long a) {
        Page[] table = loads;
        Page p = table[(int) (a >>> pageShift) & (table.length - 1)];
        long at = a - p.start();
        return Long.compareUnsigned(at, p.units() - unitsOf16) <= 0
                ? Bytes.get(p.bytes(), p.base() + ((int) at << unitShift), 16, big)
                : loadMissed(a, 16);
    }

    /** The 32 bits at an address. */
    public long load32(long a) {
        Page[] table = loads;
        Page p = table[(int) (a >>> pageShift) & (table.length - 1)];
        long at = a - p.start();
        return Long.compareUnsigned(at, p.units() - unitsOf32) <= 0
                ? Bytes.get(p.bytes(), p.base() + ((int) at << unitShift), 32, big)
                : loadMissed(a, 32);
    }

    /** The 64 bits at an address. */
    public long load64(long a) {
        Page[] table = loads;
        Page p = table[(int) (a >>> pageShift) & (table.length - 1)];
        long at = a - p.start();
        return Long.compareUnsigned(at, p.units() - unitsOf64) <= 0
                ? Bytes.get(p.bytes(), p.base() + ((int) at << unitShift), 64, big)
                : loadMissed(a, 64);
    }

    /** Stores the low 8 bits of a value; always the same result. */
    public int store8(long a, long value) {
        Page[] table = stores;
        Page p = table[(int) (a >>> pageShift) & (table.length - 1)];
        long at = a - p.start();
        return Long.compareUnsigned(at, p.units()) < 0
                ? write(p, p.base() + (int) at, 8, value)
                : storeMissed(a, 8, value);
    }

    /** Stores the low 16 bits of a value; always the same result. */
    public int store16(long a, long value) {
        Page[] table = stores;
        Page p = table[(int) (a >>> pageShift) & (table.length - 1)];
        long at = a - p.start();
        return Long.compareUnsigned(at, p.units() - unitsOf16) <= 0
                ? write(p, p.base() + ((int) at << unitShift), 16, value)
                : storeMissed(a, 16, value);
    }

    /** Stores the low 32 bits of a value; always the same result. */
    public int store32(long a, long value) {
        Page[] table = stores;
        Page p = table[(int) (a >>> pageShift) & (table.length - 1)];
        long at = a - p.start();
        return Long.compareUnsigned(at, p.units() - unitsOf32) <= 0
                ? write(p, p.base() + ((int) at << unitShift), 32, value)
                : storeMissed(a, 32, value);
    }

    /** Stores the low 64 bits of a value; always the same result. */
    public int store64(long a, long value) {
        Page[] table = stores;
        Page p = table[(int) (a >>> pageShift) & (table.length - 1)];
        long at = a - p.start();
        return Long.compareUnsigned(at, p.units() - unitsOf64) <= 0
                ? write(p, p.base() + ((int) at << unitShift), 64, value)
                : storeMissed(a, 64, value);
    }

    private int write(Page p, int offset, int width, long value) {
        p.ram().touch(offset, width / 8);
        Bytes.set(p.bytes(), offset, width, big, value);
        return Action.DONE;
    }

    private long loadMissed(long address, int width) {
        if (exposed) {
            return noticed(address, width);
        }
        return recalls() ? load(address, width) : slow.load(address, width);
    }

    /** A load by a translation, of which somebody wants to know. */
    private long noticed(long address, int width) {
        unexpose();
        try {
            long physical = physical(address, Access.LOAD, width / memory.unitBits());
            core.observers().forEach(o -> o.walked(memory, physical));
            return load(address, width);
        } finally {
            expose();
        }
    }

    /** Puts the tables away, so that no load is answered by them without being noticed. */
    private void expose() {
        use(translation.rekey());
        aside = false;
        exposed = true;
    }

    private void unexpose() {
        exposed = false;
        aside = true;
    }

    /** Has every load be noticed, or no longer, unless it is this space whose addresses are being translated. */
    void expose(Translation above, boolean on) {
        if (translation != above && on) {
            expose();
        } else if (translation != above) {
            unexpose();
        }
    }

    private int storeMissed(long address, int width, long value) {
        return recalls() ? store(address, width, value) : slow.store(address, width, value);
    }

    /** Any width that is a multiple of the unit. */
    public long load(long address, int width) {
        return switch (width) {
            case 8 -> load8(address);
            case 16 -> load16(address);
            case 32 -> load32(address);
            case 64 -> load64(address);
            default -> slow.load(address, width);
        };
    }

    /** Any width that is a multiple of the unit; always the same result. */
    public int store(long address, int width, long value) {
        return switch (width) {
            case 8 -> store8(address, value);
            case 16 -> store16(address, value);
            case 32 -> store32(address, value);
            case 64 -> store64(address, value);
            default -> slow.store(address, width, value);
        };
    }

    /**
     * The physical address behind an address, for an access to some units.
     *
     * @throws Abort if there is none
     */
    long physical(long a, Access access, int units) {
        long address = a & mask;
        Page known = used.table(access)[place(address)];
        long at = address - known.start();
        if (at >= 0 && at <= known.units() - units) {
            translation.hit();
            return known.physical() + at;
        }
        return recalls() ? physical(address, access, units) : slow.found(address, access, units);
    }

    /**
     * The same, always found out anew.
     *
     * @throws Abort if there is none
     */
    long walk(long a, Access access) {
        long physical = slow.physical(a & mask, access, 1);
        translation.remembered(a & mask); // whoever asks may remember it, so a flush within its block concerns them
        return physical;
    }

    /** For how large a block the last translation holds: the logarithm of its addresses. */
    int holds() {
        return translation.exists() ? translation.holds() : Long.SIZE;
    }

    private int place(long address) {
        return (int) (address >>> pageShift) & (loads.length - 1);
    }

    /** Whether tables were put aside since the key changed, and now are back. */
    private boolean recalls() {
        if (!aside) {
            return false;
        }
        use(translation.current());
        aside = false;
        return true;
    }

    private void use(Tlb tlb) {
        used = tlb;
        loads = tlb.loads();
        stores = tlb.stores();
        fetches = tlb.fetches();
    }

    private boolean remember(Access access, long address, long physical) {
        Page page = translation.remembers() ? Page.around(address, physical, access, memory) : null;
        if (page != null) {
            translation.current().remember(access, place(address), page);
            translation.remembered(address);
        }
        return page != null;
    }

    /** The memory around an instruction; null if there is not enough of it to remember. */
    @Nullable
    Page fetchPage(long a) {
        long address = a & mask;
        Page known = fetches[place(address)];
        if (known.holds(address)) {
            return known;
        }
        if (recalls()) {
            return fetchPage(address);
        }
        slow.fetch(address);
        Page found = fetches[place(address)];
        return found.holds(address) ? found : null;
    }

    /** The memory around an instruction, if it is known already; nothing is translated for it. */
    Optional<Page> knownPage(long a) {
        long address = a & mask;
        Page known = fetches[place(address)];
        if (known.holds(address)) {
            return Optional.of(known);
        }
        return recalls() ? knownPage(address) : Optional.empty();
    }

    /** The pages that instructions were fetched from, as things are. */
    Page[] fetched() {
        return translation.current().fetches();
    }

    /** Where addresses lead as things are. */
    Layout layout() {
        return translation.current().layout(this::reach);
    }

    /** How compiled code may reach this space as things are. */
    Reach reach() {
        Optional<Mapping> most = main.find();
        if (most.isEmpty() || translation.exists() && translation.key().isEmpty()) {
            return new Reach.Nothing();
        }
        Ram ram = (Ram) most.get().region();
        return isIdentity()
                ? new Reach.Flat(ram, most.get().start())
                : translation.shortcuts(ram).reach();
    }

    /**
     * Whether every address is its own translation, and all accesses are allowed, as long as nothing is flushed. Of what is
     * observed that is never said.
     */
    boolean isIdentity() {
        return !core.isObserved() && (!translation.exists() || translation.isIdentity());
    }

    /** The address unit of an instruction. */
    long fetchUnit(long a) {
        Page p = fetchPage(a);
        long address = a & mask;
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
        return mask;
    }

    boolean isBig() {
        return big;
    }

    int unitShift() {
        return unitShift;
    }

    /** How many bits of an address lie within a page. */
    int pageShift() {
        return pageShift;
    }

    boolean translates() {
        return translation.exists();
    }

    /** The bits of a register on which translations depend. */
    long keyBits(int slot) {
        return translation.key().bitsOf(slot);
    }

    PageStatistics statistics() {
        return slow.statistics();
    }

    /** Such bits were written: the translations remembered may be those of another key. */
    void rekey() {
        use(translation.rekey());
        aside = true;
    }

    /** Translations may have changed. */
    void flush() {
        translation.flush();
        rekey();
    }

    /** Translations of an address, and of what was translated with it, may have changed; whether all were forgotten. */
    boolean flush(long address) {
        boolean all = translation.flush(address & mask);
        rekey();
        return all;
    }
}
