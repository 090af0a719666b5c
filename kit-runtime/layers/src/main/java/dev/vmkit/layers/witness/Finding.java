package dev.vmkit.layers.witness;

import dev.vmkit.language.sensitivity.Classes;
import java.util.List;

/**
 * What was found of an instruction.
 *
 * @param witnesses of what is said of it, as far as states were found that show it
 * @param unconfirmed what the static pass could not exclude and no state showed, in the field's words
 */
public record Finding(Classes classes, List<Witness> witnesses, List<String> unconfirmed) {
    public Finding {
        witnesses = List.copyOf(witnesses);
        unconfirmed = List.copyOf(unconfirmed);
    }
}
