package dev.vmkit.machine.execute;

import dev.vmkit.language.ir.Operations;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.hart.AccessObserver;
import dev.vmkit.machine.hart.PageStatistics;
import dev.vmkit.machine.memory.Access;
import dev.vmkit.machine.memory.AccessFault;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import dev.vmkit.machine.memory.Window;
import org.jspecify.annotations.Nullable;

/**
 * Accesses that translate every time: to devices, to pages not seen before, and to values that lie across two pages. Every
 * access either happens wholly or ends the instruction by an {@link Abort} and did nothing.
 */
final class SlowPath {

    /** Is told of translations, so as to make the next access fast; whether it will be. */
    @FunctionalInterface
    interface Listener {
        boolean found(Access access, long address, long physical);
    }

    private final Core core;
    private final AddressSpace memory;
    private final Translation translation;
    private final @Nullable Trap[] faults;
    private final Listener listener;
    private final long mask;
    private final long pageUnits;
    private long misses;
    private long unremembered;

    SlowPath(Core core, Space space, AddressSpace memory, Translation translation, Listener listener) {
        this.core = core;
        this.memory = memory;
        this.translation = translation;
        this.faults = core.faults(space);
        this.listener = listener;
        this.mask = Operations.mask(space.addressWidth());
        this.pageUnits = Ram.PAGE_BYTES / memory.unitBytes();
    }

    /** The value of {@code width} bits, a multiple of the unit. */
    long load(long a, int width) {
        long address = a & mask;
        if (splits(address, width)) {
            return loadSplit(address, width);
        }
        long p = looked(address, Access.LOAD, width / memory.unitBits());
        tell(Access.LOAD, p);
        try {
            return memory.load(p, width);
        } catch (AccessFault nothing) {
            throw fault(Access.LOAD, address + (nothing.address() - p));
        }
    }

    /** Stores the low {@code width} bits, a multiple of the unit. */
    int store(long a, int width, long value) {
        long address = a & mask;
        if (splits(address, width)) {
            return storeSplit(address, width, value);
        }
        long p = looked(address, Access.STORE, width / memory.unitBits());
        tell(Access.STORE, p);
        try {
            memory.store(p, width, value);
            return Action.DONE;
        } catch (AccessFault nothing) {
            throw fault(Access.STORE, address + (nothing.address() - p));
        }
    }

    /** The address unit of an instruction. */
    long fetch(long a) {
        long address = a & mask;
        long p = looked(address, Access.FETCH, 1);
        try {
            return memory.fetch(p, memory.unitBits());
        } catch (AccessFault nothing) {
            throw fault(Access.FETCH, address);
        }
    }

    /** Tells whoever wants to know of an access to a device. */
    private void tell(Access access, long physical) {
        if (core.isObserved() && memory.find(physical).region() instanceof Window) {
            core.observers().forEach(o -> o.device(access));
        }
    }

    /** Whether a value reaches into a page that may lie somewhere else. */
    private boolean splits(long address, int width) {
        return translation.exists() && (address & (pageUnits - 1)) + width / memory.unitBits() > pageUnits;
    }

    private long loadSplit(long address, int width) {
        int units = width / memory.unitBits();
        long value = 0;
        for (int i = 0; i < units; i++) {
            value |= load(address + i, memory.unitBits()) << memory.shift(i, units);
        }
        return value;
    }

    /** Both pages are looked at before anything is written. */
    private int storeSplit(long address, int width, long value) {
        int units = width / memory.unitBits();
        for (int i = 0; i < units; i++) {
            requireStorable((address + i) & mask);
        }
        for (int i = 0; i < units; i++) {
            store(address + i, memory.unitBits(), value >>> memory.shift(i, units));
        }
        return Action.DONE;
    }

    private void requireStorable(long address) {
        try {
            memory.requireStorable(physical(address, Access.STORE, 1));
        } catch (AccessFault nothing) {
            throw fault(Access.STORE, address);
        }
    }

    private long looked(long address, Access access, int units) {
        long p = physical(address, access, units);
        if (listener.found(access, address, p)) {
            misses++;
        } else {
            unremembered++;
        }
        return p;
    }

    PageStatistics statistics() {
        return new PageStatistics(misses, unremembered, 0, 0);
    }

    /**
     * The physical address behind an address, for an access to some units; it is remembered, if possible.
     *
     * @throws Abort as {@link #physical}
     */
    long found(long address, Access access, int units) {
        long p = physical(address, access, units);
        listener.found(access, address, p);
        return p;
    }

    /**
     * The physical address behind an address, for an access to some units.
     *
     * @throws Abort if the translation raises a trap, does not find its own tables, or refuses
     */
    long physical(long address, Access access, int units) {
        try {
            long physical = translation.translate(address, access, units) & memory.mask();
            if (core.isObserved() && core.translating == null) {
                core.observers().forEach(o -> o.found(memory, access, physical));
            }
            return physical;
        } catch (Abort abort) {
            if (core.isObserved() && core.translating == null) {
                core.observers().forEach(AccessObserver::lost);
            }
            throw abort.access() == null ? abort : fault(access, address);
        }
    }

    private Abort fault(Access access, long address) {
        return core.abort.fault(access, address & mask, faults[access.ordinal()]);
    }
}
