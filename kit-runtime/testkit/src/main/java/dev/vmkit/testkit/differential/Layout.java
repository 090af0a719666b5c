package dev.vmkit.testkit.differential;

import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import dev.vmkit.machine.memory.Window;

/**
 * Where things lie in a physical space: RAM, ROM, a device, nothing, and RAM again, side by side, so that accesses can
 * reach from each into the next. A very small space is all RAM.
 *
 * @param base the first address of RAM; below it is nothing, or the end of the space
 * @param ramUnits address units of the first RAM
 * @param part address units of each of the others; 0 if they are not there
 */
record Layout(Space space, long base, long ramUnits, long part) {
    private static final int SMALLEST = 8;
    private static final int WIDEST = 16;
    private static final int PARTS = 16;

    /** The layout of a space; it begins at 0 where there is no room for {@code base}. */
    static Layout of(Space space, long base) {
        boolean wide =
                space.addressWidth() > WIDEST && (space.addressWidth() == 64 || base >>> space.addressWidth() == 0);
        int bits = Math.min(WIDEST, space.addressWidth());
        long part = bits < SMALLEST ? 0 : (1L << bits) / PARTS;
        return new Layout(space, wide ? base : 0, (1L << bits) - 4 * part, part);
    }

    long ram() {
        return base;
    }

    long rom() {
        return base + ramUnits;
    }

    long device() {
        return rom() + part;
    }

    long hole() {
        return device() + part;
    }

    /** The RAM at the end, where some processors look for their vectors. */
    long top() {
        return hole() + part;
    }

    long end() {
        return top() + part;
    }

    /** Memory that holds zeros, with a device that has {@code part} units. */
    AddressSpace build(IsaModel model, Window device) {
        AddressSpace memory = AddressSpace.of(model, space);
        int bytes = space.unit() / Byte.SIZE;
        memory.map(ram(), new Ram(ramUnits(), bytes, true));
        if (part > 0) {
            memory.map(rom(), new Ram(part, bytes, false));
            memory.map(device(), device);
            memory.map(top(), new Ram(part, bytes, true));
        }
        return memory;
    }
}
