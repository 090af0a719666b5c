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

        /** The name's alone: that of all below the key would be long in coming. */
        @Override
        public int hashCode() {
            return name().hashCode();
        }
    }

    public YamlMapping {
        entries = List.copyOf(entries);
    }

    public Optional<Entry> entry(String key) {
        for (Entry entry : entries) {
            if (entry.name().equals(key)) {
                return Optional.of(entry);
            }
        }
        return Optional.empty();
    }

    public Optional<YamlNode> get(String key) {
        return entry(key).map(Entry::value);
    }

    @Override
    public String kind() {
        return "a mapping";
    }
}
