package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads named numbers: a mapping of its own, or the name of an enum or of a register map, whose indexes have names. */
record NamedNumbers(Definition definition, Context context) {
    Map<String, Long> read(Fields fields, String key) {
        return fields.node(key).map(node -> read(node, fields.subject())).orElse(Map.of());
    }

    private Map<String, Long> read(YamlNode node, String subject) {
        if (!(node instanceof YamlScalar name)) {
            return numbers(node);
        }
        Declaration declared = definition.section("enums").get(name.value());
        Declaration map = definition.section("maps").get(name.value());
        if (declared != null) {
            return numbers(declared.node());
        }
        if (map != null && map.node() instanceof YamlMapping mapping) {
            return indexes(mapping);
        }
        List<String> known = new ArrayList<>(definition.section("enums").keySet());
        known.addAll(definition.section("maps").keySet());
        context.mistakes().unknown(name.span(), subject, "enum or register map", name.value(), known);
        return Map.of();
    }

    /** The numbers of a mapping from names to numbers. */
    Map<String, Long> numbers(YamlNode node) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        List<YamlMapping.Entry> entries = context.values()
                .mapping(node, "an enum")
                .map(MappingReader::entries)
                .orElse(List.of());
        for (YamlMapping.Entry entry : entries) {
            context.values().text(entry.value()).ifPresent(text -> put(numbers, entry.name(), text));
        }
        return numbers;
    }

    private Map<String, Long> indexes(YamlMapping map) {
        Map<String, Long> indexes = new LinkedHashMap<>();
        if (map.get("entries").orElse(null) instanceof YamlMapping entries) {
            for (YamlMapping.Entry entry : entries.entries()) {
                if (entry.value() instanceof YamlMapping declared
                        && context.holds(declared)
                        && declared.get("at").orElse(null) instanceof YamlScalar at) {
                    Repetition range = Repetition.of(declared, "", context);
                    context.evaluate(at.text()).ifPresent(base -> {
                        for (int n = range.first(); n <= range.last(); n++) {
                            indexes.put(range.name(entry.name(), n), base + n);
                        }
                    });
                }
            }
        }
        return indexes;
    }

    private void put(Map<String, Long> numbers, String name, Text number) {
        context.evaluate(number).ifPresent(value -> numbers.put(name, value));
    }
}
