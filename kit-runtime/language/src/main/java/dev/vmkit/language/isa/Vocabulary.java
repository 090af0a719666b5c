package dev.vmkit.language.isa;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** What an encoding or an assembly line may name. */
record Vocabulary(Map<String, Operand> operands, Map<String, ModeSet> sets) {
    /** Operands and mode sets. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(operands.keySet());
        names.addAll(sets.keySet());
        return names;
    }

    boolean knows(String name) {
        return operands.containsKey(name) || sets.containsKey(name);
    }
}
