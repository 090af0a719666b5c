package dev.vmkit.machine.translate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Instructions that are executed one after another. Only the last one may jump; if it does not, execution goes on at the
 * address after it.
 */
record Block(List<GuestInstruction> instructions) {
    Block {
        instructions = List.copyOf(instructions);
    }

    long pc() {
        return instructions.getFirst().pc();
    }

    GuestInstruction last() {
        return instructions.getLast();
    }

    /** How many instructions it has. */
    int length() {
        return instructions.size();
    }

    /** The addresses where execution is known, or likely, to go on. */
    List<Long> successors() {
        Set<Long> all = new LinkedHashSet<>();
        if (last().falls()) {
            all.add(last().next());
        }
        all.addAll(last().targets());
        all.addAll(last().likely());
        return new ArrayList<>(all);
    }
}
