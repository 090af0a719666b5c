package dev.vmkit.testkit.differential;

import dev.vmkit.machine.memory.AddressSpace;
import java.util.Arrays;
import java.util.List;

/** A few address units of code: an instruction, or bits that may be none. */
record Piece(List<Long> units) {
    Piece {
        units = List.copyOf(units);
    }

    static Piece of(long... units) {
        return new Piece(Arrays.stream(units).boxed().toList());
    }

    int size() {
        return units.size();
    }

    /** As bytes in a memory. */
    byte[] bytes(AddressSpace memory) {
        int unitBytes = memory.unitBytes();
        byte[] bytes = new byte[units.size() * unitBytes];
        for (int i = 0; i < bytes.length; i++) {
            int place = i % unitBytes;
            int shift = Byte.SIZE * (memory.big() ? unitBytes - 1 - place : place);
            bytes[i] = (byte) (units.get(i / unitBytes) >>> shift);
        }
        return bytes;
    }
}
