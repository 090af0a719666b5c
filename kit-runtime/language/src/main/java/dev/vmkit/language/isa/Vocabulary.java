package dev.vmkit.language.isa;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What an encoding or an assembly line may name.
 *
 * @param broken names whose declaration has a mistake: what mentions them is left out and not told again
 */
record Vocabulary(Map<String, Operand> operands, Map<String, ModeSet> sets, Set<String> broken) {
    /** Operands and mode sets. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(operands.keySet());
        names.addAll(sets.keySet());
        names.addAll(broken);
        return names;
    }

    boolean knows(String name) {
        return operands.containsKey(name) || sets.containsKey(name) || broken.contains(name);
    }
}
