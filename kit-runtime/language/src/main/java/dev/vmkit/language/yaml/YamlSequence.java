package dev.vmkit.language.yaml;

import dev.vmkit.language.text.Span;
import java.util.List;

/** A list. */
public record YamlSequence(List<YamlNode> items, Span span) implements YamlNode {

    public YamlSequence {
        items = List.copyOf(items);
    }

    @Override
    public String kind() {
        return "a list";
    }
}
