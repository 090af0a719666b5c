package dev.vmkit.language.device;

import dev.vmkit.api.ParameterInfo;
import dev.vmkit.api.ParameterInfo.Type;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import java.util.Optional;

/** A value given to a parameter, in its base unit. */
public sealed interface ParameterValue {

    /** A number, size, frequency, duration or truth value. */
    record Number(long value) implements ParameterValue {}

    /** A text or the path of a file. */
    record Words(String value) implements ParameterValue {}

    /** The value as written, or nothing where it is not one that the parameter allows, which is reported. */
    static Optional<ParameterValue> read(ParameterInfo parameter, Text text, Diagnostics diagnostics) {
        if (!parameter.choices().isEmpty() && !parameter.choices().contains(text.value())) {
            String all = String.join(", ", parameter.choices());
            String hint = Suggestion.didYouMean(text.value(), parameter.choices());
            return refuse(diagnostics, text, parameter.name() + " is one of " + all, hint);
        }
        if (parameter.type() == Type.TEXT || parameter.type() == Type.FILE) {
            return Optional.of(new Words(text.value()));
        }
        Optional<Long> number = Quantity.parse(parameter.type(), text.value());
        if (number.isEmpty()) {
            String hint = Quantity.hint(parameter.type(), text.value());
            return refuse(diagnostics, text, parameter.name() + " is " + Quantity.example(parameter.type()), hint);
        }
        if (number.get() < parameter.least() || number.get() > parameter.most()) {
            String range = "from " + parameter.least() + " to " + parameter.most();
            return refuse(diagnostics, text, parameter.name() + " lies outside its range, " + range, "");
        }
        return Optional.of(new Number(number.get()));
    }

    private static Optional<ParameterValue> refuse(Diagnostics diagnostics, Text text, String message, String hint) {
        diagnostics.report(DeviceProblem.PARAMETER, text.span(), message, hint);
        return Optional.empty();
    }
}
