package dev.vmkit.testkit.differential;

import java.util.List;

/**
 * Where two engines part.
 *
 * @param slice the slice, from 0, after which they differ
 * @param within the fewest instructions of that slice that show it
 * @param before instructions executed before that slice
 * @param pc where the first engine was before the last of those instructions
 * @param differences at least one
 */
record Divergence(int slice, long within, long before, long pc, List<Difference> differences) {
    Divergence {
        differences = List.copyOf(differences);
    }
}
