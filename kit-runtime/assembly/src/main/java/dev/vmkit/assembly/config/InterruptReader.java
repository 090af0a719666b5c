package dev.vmkit.assembly.config;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlSequence;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code interrupts:}, a phrase or one phrase an output. */
final class InterruptReader {
    private static final Pattern PHRASE = Pattern.compile("(\\S+)(?:\\s+(?!level\\b)(\\S+))?(?:\\s+level\\s+(\\S+))?");
    private static final BigInteger MOST_LINE = BigInteger.valueOf(0xFFFF);

    private final Diagnostics diagnostics;
    private final Values values;

    InterruptReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
        this.values = new Values(diagnostics);
    }

    List<InterruptConfig> read(YamlNode node) {
        return switch (node) {
            case YamlMapping outputs ->
                outputs.entries().stream().flatMap(e -> output(e).stream()).toList();
            case YamlSequence list ->
                list.items().stream()
                        .flatMap(item -> phrase(item, Optional.empty()).stream())
                        .toList();
            default -> phrase(node, Optional.empty()).stream().toList();
        };
    }

    private Optional<InterruptConfig> output(YamlMapping.Entry entry) {
        return phrase(entry.value(), Optional.of(entry.key().text()));
    }

    private Optional<InterruptConfig> phrase(YamlNode node, Optional<Text> output) {
        return values.text(node).flatMap(text -> phrase(text, output));
    }

    private Optional<InterruptConfig> phrase(Text text, Optional<Text> output) {
        Matcher m = PHRASE.matcher(text.value());
        if (!m.matches()) {
            diagnostics.report(
                    MachineProblem.INTERRUPT,
                    text.span(),
                    "'" + text + "' does not say where the interrupt leads",
                    "write 'cpu', 'cpu 0x80', 'cpu 0x80 level 4' or 'plic 10'");
            return Optional.empty();
        }
        Optional<Text> line = group(text, m, 2);
        Optional<Text> level = group(text, m, 3);
        Optional<Located<Long>> lineNumber = line.flatMap(this::number);
        Optional<Located<Long>> levelNumber = level.flatMap(this::number);
        boolean complete = line.isPresent() == lineNumber.isPresent() && level.isPresent() == levelNumber.isPresent();
        return complete
                ? Optional.of(new InterruptConfig(
                        output, text.part(m.start(1), m.end(1)), lineNumber, levelNumber, text.span()))
                : Optional.empty();
    }

    private static Optional<Text> group(Text text, Matcher m, int group) {
        return m.group(group) == null ? Optional.empty() : Optional.of(text.part(m.start(group), m.end(group)));
    }

    private Optional<Located<Long>> number(Text text) {
        Optional<BigInteger> number = values.number(text);
        if (number.isPresent() && (number.get().signum() < 0 || number.get().compareTo(MOST_LINE) > 0)) {
            diagnostics.report(MachineProblem.INTERRUPT, text.span(), "expected a number from 0 to " + MOST_LINE);
            return Optional.empty();
        }
        return number.map(n -> new Located<>(n.longValue(), text.span()));
    }
}
