package dev.vmkit.language.isa;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An address space an instruction may name.
 *
 * @param addressWidth bits of an address, within [1, 64]; addresses wrap at its end
 * @param unit bits at one address: 8, 16, 32 or 64
 * @param over the space that addresses refer to after translation
 * @param translate the function {@code (address, access)} that translates, access being 0 to fetch, 1 to load, 2 to store
 * @param guard the function {@code (address, access, units)} that says whether that many units from an address on may be
 *     accessed; where they may not, it is as if nothing were there
 * @param key the state on which {@code translate} and {@code guard} depend, by register or {@code register.field} name
 * @param faults the trap raised, with the address as its value, for an access ({@code fetch}, {@code load}, {@code store})
 *     to an address where nothing is or that cannot be written; an access without one stops the machine
 */
public record Space(
        String name,
        int addressWidth,
        int unit,
        Optional<String> over,
        Optional<String> translate,
        Optional<String> guard,
        List<String> key,
        Map<String, String> faults) {
    public Space {
        key = List.copyOf(key);
        faults = Collections.unmodifiableMap(faults);
    }

    /** A space of its own, where every address is the physical one. */
    public static Space physical(String name, int addressWidth, int unit) {
        return new Space(
                name, addressWidth, unit, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Map.of());
    }
}
