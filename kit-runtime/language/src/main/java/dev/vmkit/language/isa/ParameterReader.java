package dev.vmkit.language.isa;

import dev.vmkit.language.text.Span;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads {@code params}, {@code features} and {@code variants}, and applies what a machine chose among them. */
final class ParameterReader {
    private final Definition definition;
    private final IsaLoader.Choice choice;
    private final Mistakes mistakes;
    private final Context literal;
    private final Map<String, Long> params = new LinkedHashMap<>();
    private final Map<String, List<Long>> choices = new LinkedHashMap<>();
    private final Map<String, Boolean> features = new LinkedHashMap<>();

    ParameterReader(Definition definition, IsaLoader.Choice choice, Mistakes mistakes) {
        this.definition = definition;
        this.choice = choice;
        this.mistakes = mistakes;
        this.literal = new Context(new Parameters(Map.of(), Map.of()), mistakes);
    }

    /** The values chosen: the defaults, changed by the variant, changed by the machine. */
    Parameters read() {
        definition.section("params").values().forEach(this::param);
        definition.section("features").values().forEach(this::feature);
        for (Declaration variant : definition.section("variants").values()) {
            Map<String, Long> changes = variant(variant);
            if (choice.variant().filter(variant.id()::equals).isPresent()) {
                params.replaceAll((name, value) -> changes.getOrDefault(name, value));
                features.replaceAll((name, on) -> changes.getOrDefault(name, on ? 1L : 0L) != 0);
            }
        }
        choose();
        return new Parameters(params, features);
    }

    private void param(Declaration declaration) {
        Names.check(declaration, "a parameter", mistakes);
        if (declaration.node() instanceof YamlScalar value) {
            params.put(declaration.id(), literal.evaluate(value.text()).orElse(0));
            return;
        }
        Fields.of(declaration, "param", literal).ifPresent(fields -> {
            fields.require("default");
            params.put(declaration.id(), fields.number("default").orElse(0));
            List<Long> allowed = new ArrayList<>();
            fields.texts("choices").forEach(text -> literal.evaluate(text).ifPresent(allowed::add));
            choices.put(declaration.id(), allowed);
            checkChoice(declaration.id(), params.getOrDefault(declaration.id(), 0L), declaration.span());
            fields.close();
        });
    }

    private void feature(Declaration declaration) {
        Names.check(declaration, "a feature", mistakes);
        if (declaration.node() instanceof YamlScalar value) {
            features.put(declaration.id(), onOrOff(value.text()));
            return;
        }
        Fields.of(declaration, "feature", literal).ifPresent(fields -> {
            features.put(declaration.id(), fields.flag("default", false));
            fields.close();
        });
    }

    private boolean onOrOff(Text text) {
        if (!text.value().equals("true") && !text.value().equals("false")) {
            mistakes.tell(IsaProblem.BAD_CHOICE, text.span(), "a feature is either true or false, not '" + text + "'");
        }
        return text.value().equals("true");
    }

    private Map<String, Long> variant(Declaration declaration) {
        Map<String, Long> changes = new LinkedHashMap<>();
        List<YamlMapping.Entry> entries = literal.values()
                .mapping(declaration.node(), "a variant")
                .map(MappingReader::entries)
                .orElse(List.of());
        for (YamlMapping.Entry entry : entries) {
            if (!entry.name().equals("doc") && !entry.name().equals("replace")) {
                literal.values()
                        .text(entry.value())
                        .ifPresent(value -> changes.put(entry.name(), change(entry, value)));
            }
        }
        return changes;
    }

    private long change(YamlMapping.Entry entry, Text value) {
        if (features.containsKey(entry.name())) {
            return onOrOff(value) ? 1 : 0;
        }
        if (!params.containsKey(entry.name())) {
            unknown(entry.name(), entry.key().span());
            return 0;
        }
        long number = literal.evaluate(value).orElse(0);
        checkChoice(entry.name(), number, value.span());
        return number;
    }

    private void choose() {
        Span span = definition.name().span();
        Map<String, Declaration> variants = definition.section("variants");
        choice.variant()
                .filter(name -> !variants.containsKey(name))
                .ifPresent(name -> mistakes.unknown(span, subject(), "variant", name, variants.keySet()));
        new TreeMap<>(choice.params()).forEach((name, value) -> {
            if (params.replace(name, value) == null) {
                unknown(name, span);
            } else {
                Declaration declared = definition.section("params").get(name);
                checkChoice(name, value, declared == null ? span : declared.span());
            }
        });
        new TreeMap<>(choice.features()).forEach((name, on) -> {
            if (features.replace(name, on) == null) {
                unknown(name, span);
            }
        });
    }

    private String subject() {
        return "instruction set " + definition.name() + ": ";
    }

    private void unknown(String name, Span at) {
        List<String> known = new ArrayList<>(params.keySet());
        known.addAll(features.keySet());
        mistakes.unknown(at, subject(), "parameter or feature", name, known);
    }

    private void checkChoice(String name, long value, Span at) {
        List<Long> allowed = choices.getOrDefault(name, List.of());
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            mistakes.tell(
                    IsaProblem.BAD_CHOICE,
                    at,
                    name + " = " + value + " is not among its choices",
                    "choices: "
                            + String.join(
                                    ", ", allowed.stream().map(String::valueOf).toList()));
        }
    }
}
