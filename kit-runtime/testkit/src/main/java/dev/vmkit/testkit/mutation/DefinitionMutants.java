package dev.vmkit.testkit.mutation;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlReader;
import dev.vmkit.language.yaml.YamlScalar;
import dev.vmkit.language.yaml.YamlSequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mutants of a definition in YAML: one word of what something does, or one field of an encoding. */
final class DefinitionMutants {
    private static final Set<String> DOES = Set.of(
            "do",
            "read",
            "write",
            "on-read",
            "on-write",
            "on-timer",
            "on-line",
            "on-reset",
            "on-input",
            "on-look",
            "where",
            "at",
            "get",
            "set");
    /** Below these every text says what something does. */
    private static final Set<String> ALL_DOES = Set.of("functions", "hooks");

    /** A mark before a name asks for an operand's code. */
    private static final Pattern COMMENT = Pattern.compile("#(?![A-Za-z_])[^\\n]*");

    private static final Pattern FIELD = Pattern.compile("[^\\s]+");

    private final String file;
    private final String content;
    private final List<Mutant> mutants = new ArrayList<>();

    private DefinitionMutants(String file, String content) {
        this.file = file;
        this.content = content;
    }

    static List<Mutant> of(String file, String content) {
        DefinitionMutants made = new DefinitionMutants(file, content);
        YamlReader.read(new SourceFile(file, content), new Diagnostics())
                .ifPresent(root -> made.visit(root, "", false));
        return made.mutants;
    }

    private void visit(YamlNode node, String key, boolean does) {
        switch (node) {
            case YamlMapping mapping ->
                mapping.entries().forEach(e -> visit(e.value(), e.name(), does || ALL_DOES.contains(e.name())));
            case YamlSequence list -> list.items().forEach(item -> visit(item, key, does));
            case YamlScalar scalar -> {
                if (does || DOES.contains(key)) {
                    words(scalar.text());
                } else if (key.equals("encode")) {
                    fields(scalar.text());
                }
            }
        }
    }

    private void words(Text text) {
        String loud = COMMENT.matcher(text.value())
                .replaceAll(comment -> " ".repeat(comment.group().length()));
        Words.changes(loud, true).forEach(c -> add(text, c.from(), c.to(), c.by()));
    }

    /** The last of fixed bits turned over, or an operand in the place of the next one. */
    private void fields(Text text) {
        List<Words.Change> names = new ArrayList<>();
        Matcher field = FIELD.matcher(text.value());
        while (field.find()) {
            String found = field.group();
            if (found.matches("[01]+")) {
                String turned = found.substring(0, found.length() - 1) + (found.endsWith("1") ? "0" : "1");
                add(text, field.start(), field.end(), turned);
            } else if (found.matches("[A-Za-z_].*")) {
                names.add(new Words.Change(field.start(), field.end(), found));
            }
        }
        for (int i = 0; i + 1 < names.size(); i++) {
            swap(text, names.get(i), names.get(i + 1));
        }
    }

    private void swap(Text text, Words.Change first, Words.Change second) {
        String between = text.value().substring(first.to(), second.from());
        add(text, first.from(), second.to(), second.by() + between + first.by());
    }

    private void add(Text text, int from, int to, String by) {
        Span span = text.span(from, to);
        boolean asWritten =
                content.substring(span.start(), span.end()).equals(text.value().substring(from, to));
        if (asWritten && !by.equals(text.value().substring(from, to))) {
            mutants.add(Mutant.of(file, content, span.start(), span.end(), by));
        }
    }
}
