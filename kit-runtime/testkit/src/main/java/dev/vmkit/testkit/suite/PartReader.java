package dev.vmkit.testkit.suite;

import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.testkit.subject.Question.Choices;
import dev.vmkit.testkit.subject.Question.Kind;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads {@code part:}. */
record PartReader(MappingReader in) {

    static Optional<PartUnderTest> read(MappingReader in) {
        return new PartReader(in).part();
    }

    private Optional<PartUnderTest> part() {
        List<Kind> named =
                Arrays.stream(Kind.values()).filter(kind -> in.has(word(kind))).toList();
        Optional<Kind> kind = named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
        Optional<Text> name = kind.flatMap(k -> in.text(word(k)));
        if (kind.isEmpty()) {
            in.diagnostics()
                    .report(
                            SuiteProblem.PART,
                            in.at(),
                            "'part:' names exactly one of isa, device, policy, program, machine",
                            "write part: { isa: lc3 }");
        }
        Choices choices = new Choices(
                in.text("variant").map(Text::value),
                named("params", node -> in.values().number(node).map(BigInteger::longValue)),
                named("features", in.values()::bool),
                named("set", node -> in.values().text(node).map(Text::value)));
        boolean java = in.bool("java")
                .orElse(kind.filter(k -> k == Kind.DEVICE || k == Kind.POLICY).isPresent());
        in.finish();
        return kind.flatMap(k -> name.map(n -> new PartUnderTest(k, n, choices, java)));
    }

    static String word(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private <T> Map<String, T> named(String key, Function<YamlNode, Optional<T>> value) {
        Map<String, T> values = new LinkedHashMap<>();
        for (YamlMapping.Entry entry : in.entries(key)) {
            value.apply(entry.value()).ifPresent(v -> values.put(entry.name(), v));
        }
        return values;
    }
}
