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
import java.util.Optional;

/**
 * Reads what a definition says in a device tree. A property's value is a text, a list of them, {@code true} for a flag, or
 * words with the conditions under which each is there: {@code { zba: Zba, zbb: Zbb }}. {@code { join: { rv64: XLEN == 64,
 * i: true } }} writes those that are there as one word. A property of which no word is there is left out.
 */
final class TreeTemplateReader {
    private final Context context;

    TreeTemplateReader(Context context) {
        this.context = context;
    }

    Optional<TreeTemplate> read(YamlNode node) {
        return context.values().mapping(node, "a node of the device tree").flatMap(this::template);
    }

    private Optional<TreeTemplate> template(MappingReader in) {
        Optional<Text> name = in.requiredText("node");
        Map<String, List<String>> properties = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : in.entries()) {
            if (!entry.name().equals("node")) {
                property(entry.value()).ifPresent(values -> properties.put(entry.name(), values));
            }
        }
        return name.map(n -> new TreeTemplate(n.value(), properties));
    }

    private Optional<List<String>> property(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            Optional<YamlMapping.Entry> join = mapping.entry("join");
            List<String> words = join.map(e -> words(e.value())).orElseGet(() -> words(mapping));
            List<String> all = join.isPresent() ? List.of(String.join("", words)) : words;
            return words.isEmpty() ? Optional.empty() : Optional.of(all);
        }
        boolean flag = node instanceof YamlScalar scalar && scalar.value().equals("true");
        return Optional.of(
                flag
                        ? List.of()
                        : context.values().texts(node).stream().map(Text::value).toList());
    }

    /** The words whose conditions hold. */
    private List<String> words(YamlNode node) {
        List<String> words = new ArrayList<>();
        List<YamlMapping.Entry> entries = context.values()
                .mapping(node, "words with conditions")
                .map(MappingReader::entries)
                .orElse(List.of());
        for (YamlMapping.Entry entry : entries) {
            context.values()
                    .text(entry.value())
                    .filter(condition -> context.evaluate(condition).orElse(0) != 0)
                    .ifPresent(_ -> words.add(entry.name()));
        }
        return words;
    }
}
