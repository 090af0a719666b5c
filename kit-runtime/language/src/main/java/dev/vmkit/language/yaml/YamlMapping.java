package dev.vmkit.language.yaml;

import dev.vmkit.language.text.Span;
import java.util.List;
import java.util.Optional;

/** A mapping in the order of the file; its keys are scalars and differ from each other. */
public record YamlMapping(List<Entry> entries, Span span) implements YamlNode {

    /** A key and its value. */
    public record Entry(YamlScalar key, YamlNode value) {
        public String name() {
            return key.value();
        }
    }

    public YamlMapping {
        entries = List.copyOf(entries);
    }

    public Optional<Entry> entry(String key) {
        return entries.stream().filter(e -> e.name().equals(key)).findFirst();
    }

    public Optional<YamlNode> get(String key) {
        return entry(key).map(Entry::value);
    }

    @Override
    public String kind() {
        return "a mapping";
    }
}
