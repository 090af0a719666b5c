package dev.vmkit.machine.device;

import dev.vmkit.api.Parameters;
import dev.vmkit.language.device.ParameterValue;
import java.util.Map;

/** Values of parameters by name; asking for another name, or for the other kind of value, is the part's error. */
public record GivenParameters(String model, Map<String, ParameterValue> values) implements Parameters {

    @Override
    public long number(String name) {
        if (values.get(name) instanceof ParameterValue.Number number) {
            return number.value();
        }
        throw undeclared("number", name);
    }

    @Override
    public String text(String name) {
        if (values.get(name) instanceof ParameterValue.Words words) {
            return words.value();
        }
        throw undeclared("text", name);
    }

    private IllegalStateException undeclared(String kind, String name) {
        return new IllegalStateException(
                "the definition of " + model + " declares no " + kind + " called '" + name + "'");
    }
}
