package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlScalar;
import java.util.OptionalLong;

/** What every reader of a part of the definition needs: the parameters chosen, and where to tell mistakes. */
record Context(Parameters parameters, Mistakes mistakes) {
    /** Reads single nodes, telling what is not of the kind asked for. */
    Values values() {
        return new Values(mistakes.diagnostics());
    }

    /** The value of a number or of an expression of parameters; mistakes are told. */
    OptionalLong evaluate(Text expression) {
        return new Expression(expression, this).value();
    }

    /** Whether a declaration's {@code when}, if it has one, holds. */
    boolean holds(YamlNode declaration) {
        return !(declaration instanceof YamlMapping mapping)
                || !(mapping.get("when").orElse(null) instanceof YamlScalar when)
                || evaluate(when.text()).orElse(1) != 0;
    }
}
