package dev.vmkit.machine.hart;

import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.PageObserver;
import dev.vmkit.machine.memory.Ram;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line of memory that an instruction reserved, so that a later one may learn whether anybody wrote there in between: a
 * hart, this one included, or a device. The register holds an address of the line, and becomes 0 with the first write.
 */
final class Reservation implements PageObserver {
    private final long[] registers;
    private final int slot;
    private final AddressSpace memory;
    private final Set<Ram> observed = new HashSet<>();
    private @Nullable Ram ram;
    private int offset;

    Reservation(long[] registers, int slot, AddressSpace memory) {
        this.registers = registers;
        this.slot = slot;
        this.memory = memory;
    }

    /** The register was set: watches the line it names. Behind a device there is none. */
    void set() {
        long address = registers[slot];
        Mapping mapping = memory.find(address);
        ram = address != 0 && mapping.contains(address) && mapping.region() instanceof Ram r ? r : null;
        if (ram != null) {
            offset = (int) (address - mapping.start()) * ram.unitBytes();
            if (observed.add(ram)) {
                ram.observe(this);
            }
            int line = offset / Ram.LINE_BYTES * Ram.LINE_BYTES;
            ram.watch(line, Math.min(Ram.LINE_BYTES, ram.length() - line));
        }
    }

    @Override
    public void written(Ram where, int from, int length) {
        int line = offset / Ram.LINE_BYTES;
        if (where == ram && from / Ram.LINE_BYTES <= line && line <= (from + length - 1) / Ram.LINE_BYTES) {
            registers[slot] = 0;
            ram = null;
        }
    }
}
