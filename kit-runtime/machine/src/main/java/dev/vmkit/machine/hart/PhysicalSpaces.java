package dev.vmkit.machine.hart;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.memory.AddressSpace;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** The physical space behind each space of a definition: a translated space and the one it is over are the same. */
final class PhysicalSpaces {
    private PhysicalSpaces() {}

    /**
     * Finds it for each.
     *
     * @param given the physical spaces, by name
     * @throws IllegalArgumentException if one is missing
     */
    static Map<String, AddressSpace> behind(Isa isa, Map<String, AddressSpace> given) {
        Map<String, AddressSpace> found = new HashMap<>();
        for (Space space : isa.model().spaces().values()) {
            AddressSpace physical = given.get(physical(isa, space).name());
            if (physical == null) {
                throw new IllegalArgumentException("no memory for the space '" + space.name() + "'");
            }
            found.put(space.name(), physical);
        }
        return found;
    }

    private static Space physical(Isa isa, Space space) {
        Map<String, Space> all = isa.model().spaces();
        Space at = space;
        for (int depth = 0; at.over().isPresent() && depth < all.size(); depth++) {
            at = Objects.requireNonNull(all.get(at.over().get()));
        }
        return at;
    }
}
