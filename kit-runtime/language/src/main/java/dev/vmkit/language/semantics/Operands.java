package dev.vmkit.language.semantics;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What the names of operands mean in a body; nothing outside instructions. */
interface Operands {
    Operands NONE = new Operands() {
        @Override
        public @Nullable Place find(String name) {
            return null;
        }

        @Override
        public @Nullable Typed code(String name) {
            return null;
        }

        @Override
        public void addNamesTo(Collection<String> names) {}
    };

    /** The operand of that name, or null if there is none. */
    @Nullable
    Place find(String name);

    /** The number of the register that an operand names, or null if there is no such operand. */
    @Nullable
    Typed code(String name);

    void addNamesTo(Collection<String> names);
}
