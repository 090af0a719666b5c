package dev.vmkit.assembly.assemble;

import dev.vmkit.language.device.ParameterValue;
import dev.vmkit.language.isa.TreeTemplate;
import dev.vmkit.layers.devicetree.Property;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Turns what a definition says in a device tree into properties, with the values its parameters have in this machine. */
record TemplateProperties(Map<String, ParameterValue> parameters) {
    private static final Pattern NUMBER = Pattern.compile("0[xX][0-9A-Fa-f]{1,8}|[0-9]{1,10}");

    List<Property> of(TreeTemplate template) {
        return template.properties().entrySet().stream()
                .map(e -> property(e.getKey(), e.getValue()))
                .toList();
    }

    private Property property(String name, List<String> values) {
        List<String> known = values.stream().map(this::value).toList();
        if (known.isEmpty()) {
            return Property.flag(name);
        }
        return known.stream().allMatch(v -> NUMBER.matcher(v).matches())
                ? Property.cells(name, known.stream().mapToLong(Long::decode).toArray())
                : Property.texts(name, known);
    }

    private String value(String written) {
        ParameterValue parameter = written.startsWith("$") ? parameters.get(written.substring(1)) : null;
        return switch (parameter) {
            case null -> written;
            case ParameterValue.Number number -> Long.toString(number.value());
            case ParameterValue.Words words -> words.value();
        };
    }
}
