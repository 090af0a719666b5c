package dev.vmkit.layers.witness;

import dev.vmkit.language.isa.Privilege.Mode;
import dev.vmkit.language.sensitivity.Classes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Something said of an instruction, which a state can show.
 *
 * @param mode the mode it is said of; of a pair, the one the kernel is written for
 * @param silent whether it is said of states in which the instruction does not trap in the lower mode
 */
record Claim(Kind kind, Mode mode, boolean silent) {

    /** What is said. */
    enum Kind {
        /** It traps in the lower mode and completes in the higher one. */
        PRIVILEGED("privileged"),
        /** It changes what controls the processor. */
        CONTROL("control-sensitive"),
        /** It does something else in the one mode than in the other. */
        MODE("mode-sensitive"),
        /** It tells where memory lies. */
        LOCATION("location-sensitive"),
        /** It tells what controls the processor, what time it is, or what the world wants. */
        RESOURCE("resource-sensitive");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** As the field says it. */
        String word() {
            return word;
        }
    }

    /** What is said of an instruction of these classes; of a kind in the lower mode if it is so there. */
    static List<Claim> of(Classes c) {
        Mode low = c.low().mode();
        Mode high = c.high().mode();
        List<Claim> claims = new ArrayList<>();
        if (c.isPrivileged()) {
            claims.add(new Claim(Kind.PRIVILEGED, high, false));
        }
        if (!c.low().controls().isEmpty()) {
            claims.add(new Claim(Kind.CONTROL, low, false));
        } else if (!c.high().controls().isEmpty()) {
            claims.add(new Claim(Kind.CONTROL, high, !c.control().isEmpty()));
        }
        if (c.isModeSensitive()) {
            claims.add(new Claim(Kind.MODE, high, true));
        }
        add(Kind.LOCATION, c.low().locations(), low, c.high().locations(), high, claims);
        add(Kind.RESOURCE, c.low().resources(), low, c.high().resources(), high, claims);
        return claims;
    }

    private static void add(Kind kind, Set<String> inLow, Mode low, Set<String> inHigh, Mode high, List<Claim> claims) {
        if (!inLow.isEmpty()) {
            claims.add(new Claim(kind, low, false));
        } else if (!inHigh.isEmpty()) {
            claims.add(new Claim(kind, high, false));
        }
    }
}
