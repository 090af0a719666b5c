package dev.vmkit.machine.memory;

import dev.vmkit.language.isa.ByteOrder;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Space;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What lies where: regions that do not overlap. Addresses are physical, in units of the space, and wrap at its end. A value
 * of several units lies in the space's byte order, at any address; where it reaches from one region into the next, each
 * unit goes to its own.
 */
public final class AddressSpace {
    private final String name;
    private final int addressWidth;
    private final int unitBits;
    private final ByteOrder order;
    private final boolean romFaults;
    private final long mask;
    private final List<Mapping> mappings = new ArrayList<>();
    private Mapping last = Mapping.NOTHING;

    /**
     * An empty space.
     *
     * @param addressWidth bits of an address, within [1, 64]
     * @param unitBits bits at one address: 8, 16, 32 or 64
     * @param romFaults whether a store to ROM is an {@link AccessFault}; otherwise it does nothing, as on a bus where
     *     nobody answers
     */
    public AddressSpace(String name, int addressWidth, int unitBits, ByteOrder order, boolean romFaults) {
        this.name = name;
        this.addressWidth = addressWidth;
        this.unitBits = unitBits;
        this.order = order;
        this.romFaults = romFaults;
        this.mask = -1L >>> (64 - addressWidth);
    }

    /** An empty space as a definition declares it; stores to ROM fault if it says what then happens. */
    public static AddressSpace of(IsaModel model, Space space) {
        boolean faults = model.spaces().values().stream()
                .filter(s -> s.name().equals(space.name()) || s.over().equals(Optional.of(space.name())))
                .anyMatch(s -> s.faults().containsKey(Access.STORE.word()));
        return new AddressSpace(space.name(), space.addressWidth(), space.unit(), model.byteOrder(), faults);
    }

    public String name() {
        return name;
    }

    public int addressWidth() {
        return addressWidth;
    }

    public int unitBits() {
        return unitBits;
    }

    public int unitBytes() {
        return unitBits / 8;
    }

    public ByteOrder order() {
        return order;
    }

    public boolean big() {
        return order == ByteOrder.BIG;
    }

    /** The bits an address may have. */
    public long mask() {
        return mask;
    }

    /** All regions in the order of their addresses. */
    public List<Mapping> mappings() {
        return Collections.unmodifiableList(mappings);
    }

    /**
     * Puts a region at an address.
     *
     * @throws IllegalArgumentException if it does not fit into the space, overlaps another region, or is memory made for
     *     another unit
     */
    public void map(long start, Region region) {
        Mapping added = new Mapping(start, region);
        if ((start & ~mask) != 0 || Long.compareUnsigned(region.size() - 1, mask - start) > 0) {
            throw new IllegalArgumentException(added + " does not fit into " + addressWidth + " bits of address");
        }
        if (region instanceof Ram ram && ram.unitBytes() != unitBytes()) {
            throw new IllegalArgumentException(added + " is not made of units of " + unitBits + " bits");
        }
        int place = Collections.binarySearch(mappings, added, Mapping.BY_START);
        int at = place < 0 ? -place - 1 : place;
        requireApart(added, at - 1);
        requireApart(added, at);
        mappings.add(at, added);
    }

    private void requireApart(Mapping added, int neighbour) {
        if (neighbour >= 0
                && neighbour < mappings.size()
                && mappings.get(neighbour).overlaps(added)) {
            throw new IllegalArgumentException(added + " overlaps " + mappings.get(neighbour));
        }
    }

    /** What lies at an address; {@link Mapping#NOTHING} if nothing does. */
    public Mapping find(long address) {
        long at = address & mask;
        if (!last.contains(at)) {
            last = search(at);
        }
        return last;
    }

    private Mapping search(long at) {
        int low = 0;
        int high = mappings.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Mapping mapping = mappings.get(middle);
            if (mapping.contains(at)) {
                return mapping;
            }
            if (Long.compareUnsigned(at, mapping.start()) < 0) {
                high = middle - 1;
            } else {
                low = middle + 1;
            }
        }
        return Mapping.NOTHING;
    }

    /**
     * The zero-extended value of {@code width} bits at an address.
     *
     * @param width a multiple of the unit, at most 64
     * @throws AccessFault if some of it is not there
     */
    public long load(long address, int width) {
        return read(Access.LOAD, address & mask, width);
    }

    /** Like {@link #load}, but of an instruction: it comes from RAM or ROM, never from a device. */
    public long fetch(long address, int width) {
        return read(Access.FETCH, address & mask, width);
    }

    private long read(Access access, long address, int width) {
        Mapping mapping = find(address);
        if (!mapping.contains(address, width / unitBits) || Integer.bitCount(width) != 1) {
            return width == unitBits ? fault(access, address) : readUnits(access, address, width);
        }
        return switch (mapping.region()) {
            case Ram ram -> Bytes.get(ram.bytes(), byteOffset(mapping, address), width, big());
            case Window window ->
                access == Access.FETCH ? fault(access, address) : read(window, mapping, address, width);
        };
    }

    private long read(Window window, Mapping mapping, long address, int width) {
        try {
            return window.read(address - mapping.start(), width) & (-1L >>> (64 - width));
        } catch (AccessFault nothing) {
            return fault(Access.LOAD, address);
        }
    }

    private long readUnits(Access access, long address, int width) {
        int units = width / unitBits;
        long value = 0;
        for (int i = 0; i < units; i++) {
            long unit = read(access, (address + i) & mask, unitBits);
            value |= unit << shift(i, units);
        }
        return value;
    }

    /** How many bits the i-th of some units lies from the low end of their value. */
    public int shift(int i, int units) {
        return (big() ? units - 1 - i : i) * unitBits;
    }

    /**
     * Stores the low {@code width} bits of a value. Nothing is written if a part of it cannot be.
     *
     * @param width a multiple of the unit, at most 64
     * @throws AccessFault if something of it is not there or, should the space say so, is ROM
     */
    public void store(long address, int width, long value) {
        long at = address & mask;
        Mapping mapping = find(at);
        if (mapping.contains(at, width / unitBits) && Integer.bitCount(width) == 1) {
            write(mapping, at, width, value);
        } else {
            writeUnits(at, width, value);
        }
    }

    private void write(Mapping mapping, long address, int width, long value) {
        switch (mapping.region()) {
            case Ram ram
            when ram.writable() -> {
                int offset = byteOffset(mapping, address);
                ram.touch(offset, width / 8);
                Bytes.set(ram.bytes(), offset, width, big(), value);
            }
            case Ram rom -> requireWritable(rom, address);
            case Window window -> write(window, mapping, address, width, value);
        }
    }

    private static void write(Window window, Mapping mapping, long address, int width, long value) {
        try {
            window.write(address - mapping.start(), width, value & (-1L >>> (64 - width)));
        } catch (AccessFault nothing) {
            fault(Access.STORE, address);
        }
    }

    private void writeUnits(long address, int width, long value) {
        int units = width / unitBits;
        for (int i = 0; i < units; i++) {
            requireStorable((address + i) & mask);
        }
        for (int i = 0; i < units; i++) {
            long at = (address + i) & mask;
            write(find(at), at, unitBits, value >>> shift(i, units));
        }
    }

    /**
     * Makes sure that a store to an address would not find nothing or forbidden ROM.
     *
     * @throws AccessFault if it would
     */
    public void requireStorable(long address) {
        Mapping mapping = find(address);
        if (mapping == Mapping.NOTHING) {
            fault(Access.STORE, address);
        }
        if (mapping.region() instanceof Ram ram) {
            requireWritable(ram, address);
        }
    }

    private void requireWritable(Ram ram, long address) {
        if (romFaults && !ram.writable()) {
            fault(Access.STORE, address);
        }
    }

    private static long fault(Access access, long address) {
        throw new AccessFault(access, address);
    }

    private int byteOffset(Mapping mapping, long address) {
        return (int) (address - mapping.start()) * unitBytes();
    }

    /**
     * Copies bytes out of memory, as a device does.
     *
     * @param length bytes; an address unit may hold several
     * @return false, and nothing is copied, if some of it is not memory
     */
    public boolean readBytes(long address, byte[] target, int from, int length) {
        return new BlockCopy(this, address, length).read(target, from);
    }

    /**
     * Copies bytes into memory, as a device does; who watches the memory is told.
     *
     * @return false, and nothing is copied, if some of it is not memory or is ROM
     */
    public boolean writeBytes(long address, byte[] source, int from, int length) {
        return new BlockCopy(this, address, length).write(source, from);
    }

    /**
     * Copies an image into memory, ROM included, as a loader does before the machine runs.
     *
     * @return false, and nothing is copied, if some of it is not memory
     */
    public boolean install(long address, byte[] image) {
        return new BlockCopy(this, address, image.length).install(image);
    }
}
