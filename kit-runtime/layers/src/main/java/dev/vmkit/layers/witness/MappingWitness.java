package dev.vmkit.layers.witness;

import dev.vmkit.language.ir.Isa;
import java.util.OptionalLong;

/**
 * A state in which an address means one thing in the one mode and another in the other, whatever instruction uses it.
 *
 * @param access to fetch, load or store
 * @param low, high the state in each mode; the instruction in it is of no meaning
 * @param inLow, inHigh the physical address; nothing where the access is refused
 */
public record MappingWitness(
        String access, long address, Witness.Run low, Witness.Run high, OptionalLong inLow, OptionalLong inHigh) {

    /** In words. */
    public String text() {
        return "to " + access + " 0x" + Long.toHexString(address) + ": " + low.mode() + " " + meaning(inLow) + ", "
                + high.mode() + " " + meaning(inHigh);
    }

    private static String meaning(OptionalLong physical) {
        return physical.isPresent() ? "reaches physical 0x" + Long.toHexString(physical.getAsLong()) : "is refused";
    }

    /** Whether it still is so. */
    public boolean replays(Isa isa) {
        Bench bench = new Bench(isa);
        return MappingSearch.at(bench, low.start(), access, address).equals(inLow)
                && MappingSearch.at(bench, high.start(), access, address).equals(inHigh);
    }
}
