package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlScalar;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code asm}: how assembly is spelt. */
final class AssemblyReader {
    /** IBM's code page 1047 has what a S/360's typewriter prints, and new lines as it has them. */
    private static final Map<String, String> CHARACTERS = Map.of("utf-8", "UTF-8", "ebcdic", "IBM1047");

    private static final int NUMBER_BITS = 63;

    private final Definition definition;
    private final Context context;

    AssemblyReader(Definition definition, Context context) {
        this.definition = definition;
        this.context = context;
    }

    AsmSettings settings() {
        List<YamlMapping.Entry> entries = definition.section("asm").values().stream()
                .map(d -> new YamlMapping.Entry(new YamlScalar(d.name(), true), d.node()))
                .toList();
        YamlMapping mapping = new YamlMapping(entries, definition.name().span());
        Fields fields = Fields.of(mapping, "'asm'", "asm: ", definition.name().span(), context);
        AsmSettings settings = new AsmSettings(
                strings(fields, "comment", List.of(";", "#")),
                strings(fields, "hex", List.of("0x")),
                strings(fields, "octal", List.of("0o")),
                strings(fields, "binary", List.of("0b")),
                strings(fields, "decimal", List.of("")),
                pairs(fields, "operators"),
                pairs(fields, "directives"),
                Charset.forName(fields.word("characters", CHARACTERS, "UTF-8")),
                numbers(fields, "symbols"),
                fields.number("variables"),
                fields.flag("labels-in-parentheses", false),
                fields.flag("case-sensitive", false));
        fields.close();
        return settings;
    }

    private static List<String> strings(Fields fields, String key, List<String> otherwise) {
        return fields.has(key) ? fields.texts(key).stream().map(Text::value).toList() : otherwise;
    }

    private static Map<String, Long> numbers(Fields fields, String key) {
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : fields.entries(key)) {
            fields.values().unsigned(entry.value(), NUMBER_BITS).ifPresent(value -> numbers.put(entry.name(), value));
        }
        return numbers;
    }

    private static Map<String, String> pairs(Fields fields, String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : fields.entries(key)) {
            fields.values().text(entry.value()).ifPresent(text -> pairs.put(entry.name(), text.value()));
        }
        return pairs;
    }
}
