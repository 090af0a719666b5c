package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.layers.witness.Refusal;
import dev.vmkit.layers.witness.Suitability;
import java.util.Optional;

/** What techniques ask of an instruction set. Each gives a reason why it is not met, or nothing if it is. */
final class Requirements {
    private Requirements() {}

    /** It says which state is whose: else no monitor can tell a guest's processor from its own. */
    static Optional<String> privilege(Isa isa) {
        return isa.model().privilege().isEmpty()
                ? Optional.of("'" + isa.name() + "' does not say which state holds its mode")
                : Optional.empty();
    }

    /** Whatever a kernel must not do unnoticed traps in the least privileged mode (Popek and Goldberg's first theorem). */
    static Optional<String> traps(Isa isa) {
        return privilege(isa).or(() -> Suitability.of(isa).refusal().map(Requirements::sentence));
    }

    private static String sentence(Refusal refusal) {
        String shown = refusal.witness()
                .map(w -> ", as this shows: " + w.instruction() + "; " + String.join("; ", refusal.story()))
                .orElse("");
        return refusal.reason() + shown;
    }
}
