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

/** Mutants of what people hand in about machines, hosts and experiments: one number of what is claimed, shared out or costs. */
final class MachineMutants {
    private static final Set<String> COUNTS = Set.of(
            "claims",
            "exits",
            "instruction",
            "reference",
            "scheduler",
            "tickets",
            "weight",
            "priority",
            "cap",
            "speed");
    private static final Pattern NUMBER = Pattern.compile("(?<![^\\s])[0-9]+(?![^\\s])");

    private final String file;
    private final String content;
    private final List<Mutant> mutants = new ArrayList<>();

    private MachineMutants(String file, String content) {
        this.file = file;
        this.content = content;
    }

    static List<Mutant> of(String file, String content) {
        MachineMutants made = new MachineMutants(file, content);
        YamlReader.read(new SourceFile(file, content), new Diagnostics()).ifPresent(root -> made.visit(root, false));
        return made.mutants;
    }

    private void visit(YamlNode node, boolean counts) {
        switch (node) {
            case YamlMapping mapping ->
                mapping.entries().forEach(e -> visit(e.value(), counts || COUNTS.contains(e.name())));
            case YamlSequence list -> list.items().forEach(item -> visit(item, counts));
            case YamlScalar scalar -> {
                if (counts) {
                    numbers(scalar.text());
                }
            }
        }
    }

    private void numbers(Text text) {
        Matcher number = NUMBER.matcher(text.value());
        while (number.find()) {
            Span span = text.span(number.start(), number.end());
            mutants.add(Mutant.of(file, content, span.start(), span.end(), Words.next(number.group())));
        }
    }
}
