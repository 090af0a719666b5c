package dev.vmkit.testkit.suite;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlScalar;
import dev.vmkit.language.yaml.YamlSequence;
import dev.vmkit.testkit.subject.Start;
import dev.vmkit.testkit.subject.Typing;
import dev.vmkit.testkit.subject.Typing.Exchange;
import dev.vmkit.testkit.suite.Expectation.Condition;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads checks that run something: a few instructions, a program, a board. */
final class RunReader {
    private static final long FEW = 1_000;
    private static final long MANY = 1_000_000;
    private static final long MOST = 1_000_000_000;
    private static final Pattern CELL = Pattern.compile("([^\\[]+\\[)(0x[0-9A-Fa-f]{1,15}|[0-9]{1,18})(])");

    private final SuiteFiles files;
    private final Diagnostics diagnostics;
    private final ExpectationReader expectations;
    private final Boards boards;

    RunReader(Boards boards, SuiteFiles files, Diagnostics diagnostics) {
        this.files = files;
        this.diagnostics = diagnostics;
        this.boards = boards;
        this.expectations = new ExpectationReader(diagnostics);
    }

    Optional<Trial> example(String key, MappingReader in) {
        Optional<Trial.Snippet> code = snippet(key, in);
        Start given = new Start(given(in), List.of());
        long most = instructions(in, key.equals("program") ? MANY : FEW);
        List<Expectation> expected = expectations.read(in, ExpectationReader.EXAMPLE);
        expectations.requireSome(expected, in);
        if (isEmpty(key, in)) {
            diagnostics.report(SuiteProblem.KIND, in.at(key), "there is nothing to execute");
        }
        return code.map(c -> new Trial.Example(c, given, most, expected));
    }

    private static boolean isEmpty(String key, MappingReader in) {
        return in.node(key)
                .filter(node ->
                        node instanceof YamlSequence list && list.items().isEmpty()
                                || node instanceof YamlScalar text
                                        && text.text().value().isBlank())
                .isPresent();
    }

    private Optional<Trial.Snippet> snippet(String key, MappingReader in) {
        OptionalLong at =
                in.unsigned("at", Long.SIZE).stream().mapToLong(Long::longValue).findFirst();
        return switch (key) {
            case "run" ->
                in.text("run").map(text -> new Trial.Snippet("run", Optional.of(text.value()), List.of(), at));
            case "code" -> Optional.of(new Trial.Snippet("code", Optional.empty(), numbers(in), at));
            default -> in.text("program").flatMap(files::text).map(source -> of(source, at));
        };
    }

    private static Trial.Snippet of(SourceFile source, OptionalLong at) {
        return new Trial.Snippet(source.name(), Optional.of(source.content()), List.of(), at);
    }

    private List<Long> numbers(MappingReader in) {
        List<Long> units = new ArrayList<>();
        for (YamlNode node : in.list("code")) {
            in.values().unsigned(node, Long.SIZE).ifPresent(units::add);
        }
        return units;
    }

    /** Values of places; of a list, the first is that of the place and the others are those of the memory behind it. */
    private Map<String, Long> given(MappingReader in) {
        Map<String, Long> given = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : in.entries("given")) {
            if (entry.value() instanceof YamlSequence list) {
                cells(entry, list, in, given);
            } else {
                number(in, entry.value()).ifPresent(value -> given.put(entry.name(), value));
            }
        }
        return given;
    }

    private void cells(YamlMapping.Entry entry, YamlSequence list, MappingReader in, Map<String, Long> given) {
        Matcher cell = CELL.matcher(entry.name());
        if (!cell.matches()) {
            diagnostics.report(
                    SuiteProblem.EXPECT,
                    entry.key().span(),
                    "several values are for memory alone",
                    "write \"mem[0x4000]\": [1, 2, 3]");
            return;
        }
        for (int i = 0; i < list.items().size(); i++) {
            String place = cell.group(1) + (Long.decode(cell.group(2)) + i) + cell.group(3);
            number(in, list.items().get(i)).ifPresent(value -> given.put(place, value));
        }
    }

    private static Optional<Long> number(MappingReader in, YamlNode node) {
        BigInteger least = BigInteger.valueOf(Long.MIN_VALUE);
        BigInteger most = BigInteger.TWO.pow(Long.SIZE).subtract(BigInteger.ONE);
        return in.values().number(node, least, most).map(BigInteger::longValue);
    }

    private long instructions(MappingReader in, long otherwise) {
        Optional<Text> written = in.text("most");
        Optional<Long> number = written.map(text -> text.value().replaceFirst(" ?instructions$", ""))
                .filter(digits -> digits.matches("[0-9_]{1,13}"))
                .map(digits -> Long.parseLong(digits.replace("_", "")))
                .filter(n -> n >= 1 && n <= MOST);
        if (written.isPresent() && number.isEmpty()) {
            diagnostics.report(
                    SuiteProblem.LIMIT, written.get().span(), "expected 1 to 1000000000 instructions", "most: 100000");
        }
        return number.orElse(otherwise);
    }

    Optional<Trial> board(MappingReader in) {
        Optional<Text> main = in.text("board");
        main.ifPresent(file -> boards.require(file.value(), file.span()));
        List<Exchange> exchanges = new ArrayList<>();
        in.text("types").ifPresent(text -> exchanges.add(new Exchange("", text.value())));
        for (YamlNode node : in.list("dialogue")) {
            in.values().mapping(node, "an exchange").ifPresent(e -> exchanges.add(exchange(e)));
        }
        long budget = instructions(in, MANY);
        List<Expectation> expected = new ArrayList<>();
        if (in.has("expect") || !in.has("guests")) {
            expected.addAll(expectations.read(in, ExpectationReader.BOARD));
        }
        expected.addAll(expectations.guests(in));
        expectations.requireSome(expected, in);
        expected.forEach(expectation -> requireOther(expectation.condition(), in));
        main.filter(m -> boards.isShared(m.value())).ifPresent(_ -> refuseMachines(in));
        List<Trial.Score> scores = new ScoreReader(diagnostics).read(in);
        return main.map(m -> new Trial.BoardRun(m.value(), new Typing(exchanges), budget, expected, scores));
    }

    private void requireOther(Condition condition, MappingReader in) {
        if (condition instanceof Condition.SameAs(String file, String _)) {
            boards.require(file, in.at("expect"));
        }
    }

    /** What is told of machines of their own alone. */
    private void refuseMachines(MappingReader in) {
        for (YamlMapping.Entry entry : in.entries("expect")) {
            if (Set.of("traps", "writes").contains(entry.name())) {
                diagnostics.report(
                        SuiteProblem.EXPECT,
                        entry.key().span(),
                        "'" + entry.name()
                                + "' is told of a machine of its own, and not of a host's guests or of programs");
            }
        }
    }

    private static Exchange exchange(MappingReader in) {
        String see = in.text("see").map(Text::value).orElse("");
        String type = in.text("type").map(Text::value).orElse("");
        in.finish();
        return new Exchange(see, type);
    }
}
