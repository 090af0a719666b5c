package dev.vmkit.testkit.differential;

import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Ram;
import dev.vmkit.machine.memory.Window;

/**
 * Where things lie in a physical space: RAM, ROM, a device, nothing, and RAM again, side by side, so that accesses can
 * reach from each into the next.
 *
 * @param base the first address of RAM; below it is nothing, or the end of the space
 * @param part address units of all but the first RAM, which has twelve times as many
 */
record Layout(Space space, long base, long part) {
    private static final int WIDEST = 16;
    private static final int PARTS = 16;

    /** The layout of a space; it begins at 0 where there is no room for {@code base}. */
    static Layout of(Space space, long base) {
        boolean wide =
                space.addressWidth() > WIDEST && (space.addressWidth() == 64 || base >>> space.addressWidth() == 0);
        int bits = Math.min(WIDEST, space.addressWidth());
        return new Layout(space, wide ? base : 0, (1L << bits) / PARTS);
    }

    long ram() {
        return base;
    }

    long ramUnits() {
        return 12 * part;
    }

    long rom() {
        return base + 12 * part;
    }

    long device() {
        return base + 13 * part;
    }

    long hole() {
        return base + 14 * part;
    }

    /** The RAM at the end, where some processors look for their vectors. */
    long top() {
        return base + 15 * part;
    }

    long end() {
        return base + PARTS * part;
    }

    /** Memory that holds zeros, with a device that has {@code part} units. */
    AddressSpace build(IsaModel model, Window device) {
        AddressSpace memory = AddressSpace.of(model, space);
        int bytes = space.unit() / Byte.SIZE;
        memory.map(ram(), new Ram(ramUnits(), bytes, true));
        memory.map(rom(), new Ram(part, bytes, false));
        memory.map(device(), device);
        memory.map(top(), new Ram(part, bytes, true));
        return memory;
    }
}
