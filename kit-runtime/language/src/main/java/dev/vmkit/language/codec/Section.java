package dev.vmkit.language.codec;

import dev.vmkit.language.isa.Space;
import java.util.ArrayList;
import java.util.List;

/** A part of the program whose statements lie one after the other in one address space. */
record Section(String name, Space space, List<Placement> placements) {

    Section(String name, Space space) {
        this(name, space, new ArrayList<>());
    }

    void add(Statement statement) {
        placements.add(new Placement(statement));
    }

    /** A statement with what is decided about it, round by round, while the program is laid out. */
    static final class Placement {
        final Statement statement;
        long address;
        /** Address units it takes. */
        long units;
        /** For an instruction which of its forms is taken; only grows. */
        int form;

        Placement(Statement statement) {
            this.statement = statement;
        }
    }
}
