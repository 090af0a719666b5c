package dev.vmkit.language.codec;

import dev.vmkit.language.isa.Operand;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/** Makes the parts of templates, the same one wherever forms have the same literal or operand in the same place. */
final class PartPool {
    private final Spelling spelling;
    private final Map<String, Template.Literal> literals = new HashMap<>();
    private final Map<Operand, Map<Integer, Template.Hole>> holes = new IdentityHashMap<>();

    PartPool(Spelling spelling) {
        this.spelling = spelling;
    }

    Spelling spelling() {
        return spelling;
    }

    Template.Literal literal(String text) {
        return literals.computeIfAbsent(text, Template.Literal::new);
    }

    Template.Hole hole(int index, Operand operand) {
        return holes.computeIfAbsent(operand, _ -> new HashMap<>())
                .computeIfAbsent(index, i -> Template.Hole.of(i, operand, spelling));
    }
}
