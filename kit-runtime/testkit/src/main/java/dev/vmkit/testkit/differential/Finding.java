package dev.vmkit.testkit.differential;

import java.util.List;

/**
 * A program on which two engines differ, as short as it could be made.
 *
 * @param seed draws the program that it was found with
 * @param differences what differs, one a line
 * @param report all that is known of it, as text
 */
public record Finding(String isa, long seed, List<String> differences, String report) {
    public Finding {
        differences = List.copyOf(differences);
    }
}
