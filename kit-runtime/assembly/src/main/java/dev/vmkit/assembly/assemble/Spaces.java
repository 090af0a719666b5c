package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Space;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The address spaces in which memory and devices can lie: those that are not translated to another one. */
record Spaces(IsaModel model, Diagnostics diagnostics) {

    /** The space of that name, or the one instructions come from; nothing if there is none, which is reported. */
    Optional<Space> named(Optional<Text> name) {
        return name.isEmpty() ? Optional.of(physical(model.fetch())) : named(name.get());
    }

    private Optional<Space> named(Text name) {
        Optional<Space> space =
                Optional.ofNullable(model.spaces().get(name.value())).map(this::physical);
        if (space.isEmpty()) {
            List<String> known = all().stream().map(Space::name).toList();
            diagnostics.report(
                    MachineProblem.UNKNOWN_NAME,
                    name.span(),
                    "instruction set '" + model.name() + "' has no address space '" + name + "'",
                    Suggestion.nearest(name.value(), known)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("it has " + String.join(", ", known)));
        }
        return space;
    }

    /** The space behind a name that a program's segment gives; empty means the one instructions come from. */
    Optional<Space> ofSegment(String name) {
        return name.isEmpty()
                ? Optional.of(physical(model.fetch()))
                : Optional.ofNullable(model.spaces().get(name)).map(this::physical);
    }

    /** All in which things can lie, in the order of the definition. */
    List<Space> all() {
        return model.spaces().values().stream().filter(s -> s.over().isEmpty()).toList();
    }

    private Space physical(Space space) {
        Space at = space;
        for (int depth = 0; at.over().isPresent() && depth < model.spaces().size(); depth++) {
            at = Objects.requireNonNull(model.spaces().get(at.over().get()));
        }
        return at;
    }
}
