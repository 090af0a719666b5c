package dev.vmkit.language.semantics;

import dev.vmkit.language.text.Text;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the names of operands and columns mean in a body; nothing outside instructions. */
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
        public Optional<Text> column(String name) {
            return Optional.empty();
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

    /** What the family's row has in that column. */
    Optional<Text> column(String name);

    void addNamesTo(Collection<String> names);
}
