package dev.vmkit.machine.memory;

import dev.vmkit.language.isa.ByteOrder;

/**
 * What lies where: regions that do not overlap. Addresses are physical, in units of the space, and wrap at its end.
 * Engines ask for the region once and then go to {@link Ram#bytes} directly; everything else comes through
 * {@link #load} and {@link #store}.
 */
public final class AddressSpace {
    private final String name;
    private final int addressWidth;
    private final int unitBits;
    private final ByteOrder order;

    public AddressSpace(String name, int addressWidth, int unitBits, ByteOrder order) {
        this.name = name;
        this.addressWidth = addressWidth;
        this.unitBits = unitBits;
        this.order = order;
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

    public ByteOrder order() {
        return order;
    }
}
