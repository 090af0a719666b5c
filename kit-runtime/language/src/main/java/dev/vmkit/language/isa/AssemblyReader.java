package dev.vmkit.language.isa;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code asm} and {@code aliases}: how assembly is spelt. */
final class AssemblyReader {
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
                strings(fields, "binary", List.of("0b")),
                strings(fields, "decimal", List.of("")),
                pairs(fields, "operators"),
                pairs(fields, "directives"),
                fields.flag("case-sensitive", false));
        fields.close();
        return settings;
    }

    private static List<String> strings(Fields fields, String key, List<String> otherwise) {
        return fields.has(key) ? fields.texts(key).stream().map(Text::value).toList() : otherwise;
    }

    private static Map<String, String> pairs(Fields fields, String key) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : fields.entries(key)) {
            fields.values().text(entry.value()).ifPresent(text -> pairs.put(entry.name(), text.value()));
        }
        return pairs;
    }

    List<Alias> aliases(Vocabulary vocabulary) {
        List<Alias> aliases = new ArrayList<>();
        for (Declaration declaration : definition.chosen("aliases", context)) {
            List<Text> expansion = expansion(declaration);
            Set<String> holes = new LinkedHashSet<>();
            boolean good = line(declaration.head(), vocabulary)
                    .map(line -> holes.addAll(holes(line)) || holes.isEmpty())
                    .orElse(false);
            Set<String> used = new LinkedHashSet<>();
            for (Text text : expansion) {
                good &= line(text, vocabulary)
                        .map(line -> checkHoles(line, holes, declaration) && (used.addAll(holes(line)) || true))
                        .orElse(false);
            }
            if (good && checkAllUsed(holes, used, declaration)) {
                aliases.add(new Alias(declaration.head(), expansion, declaration.span()));
            }
        }
        return aliases;
    }

    private List<Text> expansion(Declaration declaration) {
        if (!(declaration.node() instanceof YamlMapping)) {
            return context.values().texts(declaration.node());
        }
        Optional<Fields> fields = Fields.of(declaration, "alias", context);
        fields.ifPresent(in -> in.require("to"));
        List<Text> texts = fields.map(in -> in.texts("to")).orElse(List.of());
        fields.ifPresent(Fields::close);
        return texts;
    }

    private Optional<List<RawToken>> line(Text text, Vocabulary vocabulary) {
        Optional<List<RawToken>> line = new SyntaxParser("alias: ", context.mistakes()).line(text);
        for (RawToken token : line.orElse(List.of())) {
            if (token instanceof RawToken.Hole(Text name) && !vocabulary.knows(name.value())) {
                context.mistakes().unknown(name.span(), "alias: ", "operand", name.value(), vocabulary.names());
                return Optional.empty();
            }
        }
        return line;
    }

    private static List<String> holes(List<RawToken> line) {
        List<String> names = new ArrayList<>();
        for (RawToken token : line) {
            if (token instanceof RawToken.Hole(Text name)) {
                names.add(name.value());
            }
        }
        return names;
    }

    private boolean checkHoles(List<RawToken> line, Set<String> holes, Declaration alias) {
        boolean good = true;
        for (RawToken token : line) {
            if (token instanceof RawToken.Hole(Text name) && !holes.contains(name.value())) {
                context.mistakes()
                        .tell(
                                IsaProblem.BAD_ALIAS,
                                name.span(),
                                "'{" + name + "}' is not in the alias \"" + alias.head() + "\", so it has no value");
                good = false;
            }
        }
        return good;
    }

    private boolean checkAllUsed(Set<String> holes, Set<String> used, Declaration alias) {
        for (String hole : holes) {
            if (!used.contains(hole)) {
                context.mistakes()
                        .tell(
                                IsaProblem.BAD_ALIAS,
                                alias.span(),
                                "'{" + hole + "}' is in the alias but not in what it stands for");
                return false;
            }
        }
        return true;
    }
}
