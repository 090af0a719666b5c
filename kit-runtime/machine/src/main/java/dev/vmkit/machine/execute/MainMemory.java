package dev.vmkit.machine.execute;

import dev.vmkit.machine.memory.AddressSpace;
import dev.vmkit.machine.memory.Mapping;
import dev.vmkit.machine.memory.Ram;
import java.util.Comparator;
import java.util.Optional;

/** The largest memory of a space that can be written: the one that compiled code reaches without asking. */
final class MainMemory {
    private final AddressSpace space;
    private Optional<Mapping> found = Optional.empty();
    private int looked;

    MainMemory(AddressSpace space) {
        this.space = space;
    }

    /** It, if there is any; regions are added to a space, and none is taken away. */
    Optional<Mapping> find() {
        if (looked != space.mappings().size()) {
            looked = space.mappings().size();
            found = space.mappings().stream()
                    .filter(m -> m.region() instanceof Ram ram && ram.writable())
                    .max(Comparator.comparingLong(m -> m.region().size()));
        }
        return found;
    }
}
