package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.ir.Isa;
import java.util.Optional;

/** Instruction sets of which nobody knows what is privileged. */
final class Unprivileged {
    private Unprivileged() {}

    /** Why no monitor can tell a guest's state from its own; nothing if it can. */
    static Optional<String> refuses(Isa isa) {
        return isa.model().privilege().isEmpty()
                ? Optional.of("'" + isa.name() + "' does not say which state holds its mode")
                : Optional.empty();
    }
}
