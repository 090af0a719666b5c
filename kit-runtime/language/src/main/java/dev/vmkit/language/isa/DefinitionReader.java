package dev.vmkit.language.isa;

import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlScalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes one file apart into settings and sections of named declarations; {@code A, X, Y: ...} declares three. */
final class DefinitionReader {
    /** Sections whose keys are heads of functions. */
    private static final Set<String> HEADS = Set.of("functions", "externs");
    /** Sections whose keys may have any characters. */
    private static final Set<String> FREE = Set.of("aliases", "instructions", "asm");

    private static final Pattern HEAD = Pattern.compile("([A-Za-z_]\\w*)\\s*\\(");

    private final Mistakes mistakes;

    DefinitionReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    Optional<Definition> read(SourceFile file, YamlNode root) {
        Span start = file.span(0, Math.min(1, file.content().length()));
        if (!(root instanceof YamlMapping mapping)) {
            mistakes.tell(
                    IsaProblem.NOT_A_DEFINITION,
                    start,
                    "a definition of an instruction set is a mapping, this file is " + root.kind());
            return Optional.empty();
        }
        if (!(mapping.get("isa").orElse(null) instanceof YamlScalar name)) {
            mistakes.tell(
                    IsaProblem.NOT_A_DEFINITION, start, "a definition of an instruction set begins with 'isa: name'");
            return Optional.empty();
        }
        Map<String, YamlNode> settings = new LinkedHashMap<>();
        Map<String, Map<String, Declaration>> sections = new LinkedHashMap<>();
        MappingReader in = new MappingReader(mapping, "a definition", mistakes.diagnostics());
        Definition.SETTINGS.forEach(key -> in.node(key).ifPresent(node -> settings.put(key, node)));
        Definition.SECTIONS.forEach(key -> in.node(key).ifPresent(node -> sections.put(key, section(key, node))));
        in.finish();
        return Optional.of(new Definition(name.text(), settings, sections));
    }

    private Map<String, Declaration> section(String section, YamlNode node) {
        Map<String, Declaration> declarations = new LinkedHashMap<>();
        List<YamlMapping.Entry> entries = new Values(mistakes.diagnostics())
                .mapping(node, section)
                .map(MappingReader::entries)
                .orElse(List.of());
        for (YamlMapping.Entry entry : entries) {
            for (Text name : names(section, entry.key().text())) {
                add(declarations, new Declaration(name, entry.key().text(), entry.value()));
            }
        }
        return declarations;
    }

    private void add(Map<String, Declaration> declarations, Declaration declaration) {
        Declaration earlier = declarations.putIfAbsent(declaration.id(), declaration);
        if (earlier != null) {
            mistakes.clash(
                    IsaProblem.DEFINED_TWICE,
                    declaration.span(),
                    "'" + declaration.id() + "' is declared twice",
                    "",
                    earlier.span(),
                    "first declared here");
        }
    }

    private List<Text> names(String section, Text key) {
        if (FREE.contains(section)) {
            return List.of(key);
        }
        if (HEADS.contains(section)) {
            Matcher head = HEAD.matcher(key.value());
            if (head.find()) {
                return List.of(key.part(head.start(1), head.end(1)));
            }
            mistakes.tell(
                    IsaProblem.BAD_NAME,
                    key.span(),
                    "'" + key + "' is not the head of a function",
                    "write it like b16 name(b8 x, b8 y), or name() if it takes and gives nothing");
            return List.of();
        }
        return Names.split(key, mistakes);
    }
}
