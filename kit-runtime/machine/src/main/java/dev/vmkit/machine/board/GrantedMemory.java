package dev.vmkit.machine.board;

import dev.vmkit.api.DmaPort;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Mapping;
import java.util.List;

/** The memory that a device may reach: every range lies in one of the granted pieces; all of it if there are none. */
record GrantedMemory(AddressSpace space, List<Mapping> granted) implements DmaPort {

    @Override
    public boolean read(long address, byte[] target, int from, int length) {
        return allows(address, length) && space.readBytes(address, target, from, length);
    }

    @Override
    public boolean write(long address, byte[] source, int from, int length) {
        return allows(address, length) && space.writeBytes(address, source, from, length);
    }

    private boolean allows(long address, int length) {
        int units = Math.max(1, (length + space.unitBytes() - 1) / space.unitBytes());
        return granted.isEmpty() || granted.stream().anyMatch(piece -> piece.contains(address, units));
    }
}
