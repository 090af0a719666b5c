package dev.vmkit.testkit.suite;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlScalar;
import dev.vmkit.language.yaml.YamlSequence;
import dev.vmkit.layers.hypervisor.Exit;
import dev.vmkit.testkit.subject.Ending;
import dev.vmkit.testkit.suite.Expectation.Condition;
import dev.vmkit.testkit.suite.Expectation.Measure;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code expect:} and {@code guests:}. */
record ExpectationReader(Diagnostics diagnostics) {
    /** What can be looked at after an example, besides places. */
    static final Set<String> EXAMPLE = Set.of("ends", "trap", "instructions", "places");
    /** What can be looked at after a board's run, besides places. */
    static final Set<String> BOARD =
            Set.of("console", "ends", "instructions", "exits", "traps", "state", "picks", "writes", "places");
    /** What can be looked at after an analysis. */
    static final Set<String> ANALYSIS = Set.of("theorem-1", "hybrid", "critical");

    private static final Set<String> WORDS = Set.of("console", "ends", "trap", "state", "theorem-1", "hybrid");
    private static final Set<String> PARTS = Set.of("exits", "traps");
    /** What is told of a whole board, and not of each guest. */
    private static final Set<String> ALONE = Set.of("traps", "writes", "picks");

    private static final Pattern COMPARED = Pattern.compile("(<=|>=|!=|<|>|=)?\\s*(-?[0-9].*)");

    List<Expectation> read(MappingReader in, Set<String> known) {
        List<Expectation> expected = new ArrayList<>();
        in.requiredNode("expect");
        for (YamlMapping.Entry entry : in.entries("expect")) {
            read("", entry, known, expected);
        }
        return expected;
    }

    /** A check that expects nothing is passed by everybody. */
    void requireSome(List<Expectation> expected, MappingReader in) {
        boolean none = in.node("expect")
                .filter(node ->
                        node instanceof YamlMapping written && written.entries().isEmpty())
                .isPresent();
        if (none && expected.isEmpty()) {
            diagnostics.report(
                    SuiteProblem.EXPECT,
                    in.at("expect"),
                    "nothing is expected, so everybody passes",
                    "expect: { R0: 5 }");
        }
    }

    /** What each guest of a host, or each program, should have come to. */
    List<Expectation> guests(MappingReader in) {
        List<Expectation> expected = new ArrayList<>();
        for (YamlMapping.Entry guest : in.entries("guests")) {
            in.values()
                    .mapping(guest.value(), "guest '" + guest.name() + "'")
                    .ifPresent(each -> each.entries().forEach(entry -> read(guest.name(), entry, BOARD, expected)));
        }
        return expected;
    }

    private void read(String guest, YamlMapping.Entry entry, Set<String> known, List<Expectation> expected) {
        String name = entry.name();
        if (!known.contains(name) && !known.contains("places")) {
            report(entry.key().text(), "'" + name + "' is not looked at here", Suggestion.didYouMean(name, known));
            return;
        }
        if (!guest.isEmpty() && ALONE.contains(name)) {
            report(entry.key().text(), "'" + name + "' is not told of a guest", "write it in 'expect:'");
            return;
        }
        if (PARTS.contains(name) && known.contains(name) && entry.value() instanceof YamlMapping parts) {
            parts.entries().stream()
                    .filter(part -> name.equals("traps") || isExit(part.key().text()))
                    .forEach(part -> condition(name, part.value())
                            .ifPresent(c -> expected.add(new Expectation(new Measure(guest, name, part.name()), c))));
            return;
        }
        condition(known.contains(name) ? name : "", entry.value())
                .ifPresent(c -> expected.add(new Expectation(new Measure(guest, name, ""), c)));
    }

    /** Whether guests exit for that: a cause, one and its detail, or any. */
    private boolean isExit(Text written) {
        List<String> causes =
                Arrays.stream(Exit.Cause.values()).map(Exit.Cause::toString).toList();
        String cause = written.value().split(":", 2)[0];
        boolean known = causes.contains(cause) || written.value().equals("total");
        if (!known) {
            String near = Suggestion.didYouMean(cause, causes);
            report(
                    written,
                    "no guest exits for '" + cause + "'",
                    near.isEmpty() ? "total, " + String.join(", ", causes) : near);
        }
        return known;
    }

    /** @param measure one that is known, or empty for a place */
    private Optional<Condition> condition(String measure, YamlNode node) {
        return switch (node) {
            case YamlMapping mapping -> special(measure, new MappingReader(mapping, "an expectation", diagnostics));
            case YamlSequence list
            when list.items().isEmpty() && measure.equals("writes") -> {
                diagnostics.report(
                        SuiteProblem.EXPECT,
                        list.span(),
                        "this names no register",
                        "writes: [ \"vsatp = 0x0\", hgatp ]");
                yield Optional.empty();
            }
            case YamlSequence list -> {
                List<String> items = new Values(diagnostics)
                        .texts(list).stream().map(Text::value).toList();
                yield Optional.of(new Condition.Order(items, !measure.equals("writes")));
            }
            case YamlScalar scalar -> WORDS.contains(measure) ? words(measure, scalar.text()) : number(scalar.text());
        };
    }

    private Optional<Condition> special(String measure, MappingReader in) {
        Optional<Text> contains = in.text("contains");
        Optional<Text> sameAs = in.text("same-as");
        String of = in.text("of").map(Text::value).orElse("");
        in.finish();
        if (contains.isPresent() == sameAs.isPresent() || contains.isPresent() && !measure.equals("console")) {
            diagnostics.report(
                    SuiteProblem.EXPECT,
                    in.at(),
                    "an expectation is a value, { contains: TEXT } for a console, or { same-as: FILE }");
            return Optional.empty();
        }
        return contains.<Condition>map(text -> new Condition.Contains(text.value()))
                .or(() -> sameAs.map(file -> new Condition.SameAs(file.value(), of)));
    }

    private Optional<Condition> words(String measure, Text written) {
        List<String> endings = Arrays.stream(Ending.values())
                .map(e -> e.name().toLowerCase(Locale.ROOT))
                .toList();
        if (measure.equals("ends") && !endings.contains(written.value())) {
            report(written, "nothing ends as '" + written + "'", "it is one of " + String.join(", ", endings));
            return Optional.empty();
        }
        return Optional.of(new Condition.Words(written.value()));
    }

    private Optional<Condition> number(Text written) {
        Matcher compared = COMPARED.matcher(written.value());
        if (!compared.matches()) {
            report(written, "expected a number, or one with <, <=, >, >= or != before it", "");
            return Optional.empty();
        }
        Relation relation =
                Optional.ofNullable(compared.group(1)).flatMap(Relation::of).orElse(Relation.EQUAL);
        return new Values(diagnostics)
                .number(written.part(compared.start(2), compared.end(2)))
                .filter(value -> fits(value, written))
                .map(value -> new Condition.Number(relation, value));
    }

    private boolean fits(BigInteger value, Text written) {
        boolean fits = value.signum() < 0 ? value.bitLength() < Long.SIZE : value.bitLength() <= Long.SIZE;
        if (!fits) {
            report(written, "nothing that is looked at has more than 64 bits", "");
        }
        return fits;
    }

    private void report(Text at, String message, String hint) {
        diagnostics.report(SuiteProblem.EXPECT, at.span(), message, hint);
    }
}
