package dev.vmkit.testkit.local;

import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.Ram;
import dev.vmkit.testkit.subject.Cell;
import dev.vmkit.testkit.subject.Start;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Memory at the lowest addresses of each space, and in one window of the space that instructions come from. */
final class BareMemory {
    /** Address units in a window; a power of two. */
    private static final long UNITS = 1 << 16;

    private final Map<String, AddressSpace> spaces = new HashMap<>();
    private final Map<Ram, byte[]> before = new HashMap<>();

    /** @param window its first address; 0 if the lowest addresses are enough */
    BareMemory(IsaModel model, long window) {
        for (Space space : model.spaces().values()) {
            if (space.over().isEmpty()) {
                AddressSpace memory = AddressSpace.of(model, space);
                memory.map(0, ram(space));
                if (window != 0
                        && (space.equals(model.fetch())
                                || model.fetch().over().equals(java.util.Optional.of(space.name())))) {
                    memory.map(window, ram(space));
                }
                spaces.put(space.name(), memory);
            }
        }
    }

    private static Ram ram(Space space) {
        long units = space.addressWidth() >= Long.numberOfTrailingZeros(UNITS) ? UNITS : 1L << space.addressWidth();
        return new Ram(units, space.unit() / Byte.SIZE, true);
    }

    /** The window that an address lies in, aligned so that what is near the address is near in memory. */
    static long window(Space fetch, long address) {
        long mask = -1L >>> (Long.SIZE - fetch.addressWidth());
        long from = address & mask;
        return Long.compareUnsigned(from, UNITS) < 0 ? 0 : from & -UNITS;
    }

    Map<String, AddressSpace> spaces() {
        return spaces;
    }

    private List<Ram> rams(AddressSpace space) {
        return space.mappings().stream()
                .map(Mapping::region)
                .filter(Ram.class::isInstance)
                .map(Ram.class::cast)
                .toList();
    }

    /** All is zero again. */
    void clear() {
        for (AddressSpace space : spaces.values()) {
            rams(space).forEach(ram -> Arrays.fill(ram.bytes(), (byte) 0));
        }
    }

    /** What there is now is the start. */
    void remember() {
        for (AddressSpace space : spaces.values()) {
            rams(space).forEach(ram -> before.put(ram, Arrays.copyOf(ram.bytes(), ram.length())));
        }
    }

    /** What differs from the start, by space and address, the first of it. */
    List<Cell> changes() {
        List<Cell> changes = new ArrayList<>();
        for (String name : spaces.keySet().stream().sorted().toList()) {
            AddressSpace space = java.util.Objects.requireNonNull(spaces.get(name));
            for (Mapping mapping : space.mappings()) {
                if (mapping.region() instanceof Ram ram) {
                    changes(space, mapping.start(), ram, changes);
                }
            }
        }
        return changes;
    }

    private void changes(AddressSpace space, long start, Ram ram, List<Cell> changes) {
        byte[] old = before.getOrDefault(ram, new byte[0]);
        int at = changed(old, ram, 0);
        while (at >= 0 && changes.size() < Start.MOST_CELLS) {
            long address = start + at / ram.unitBytes();
            changes.add(new Cell(space.name(), address, space.load(address, space.unitBits())));
            at = changed(old, ram, (at / ram.unitBytes() + 1) * ram.unitBytes());
        }
    }

    /** The first byte from an offset on that is another one; -1 if none is. */
    private static int changed(byte[] old, Ram ram, int from) {
        int next = Arrays.mismatch(old, from, old.length, ram.bytes(), from, ram.length());
        return next < 0 ? -1 : from + next;
    }
}
