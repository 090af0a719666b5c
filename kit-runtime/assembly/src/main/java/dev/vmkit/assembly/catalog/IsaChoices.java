package dev.vmkit.assembly.catalog;

import dev.vmkit.api.ParameterInfo;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlReader;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a machine file may choose of an instruction set, read without loading the whole of it. Mistakes in the definition
 * are left to {@link IsaLoader}.
 *
 * @param doc one sentence
 * @param variants, features names, in the order of the file, after those of the definition it extends
 * @param params numbers, with the values they may take
 */
public record IsaChoices(String doc, List<String> variants, List<ParameterInfo> params, List<String> features) {
    private static final int DEEPEST = 16;

    public IsaChoices {
        variants = List.copyOf(variants);
        params = List.copyOf(params);
        features = List.copyOf(features);
    }

    /** The choices a definition gives; none if it is no definition. */
    public static IsaChoices read(SourceFile file, IsaLoader.Library library) {
        return read(file, library, 0);
    }

    private static IsaChoices read(SourceFile file, IsaLoader.Library library, int depth) {
        Diagnostics ignored = new Diagnostics();
        Optional<MappingReader> root =
                YamlReader.read(file, ignored).flatMap(node -> new Values(ignored).mapping(node, "a definition"));
        return root.map(in -> read(in, library, depth)).orElse(new IsaChoices("", List.of(), List.of(), List.of()));
    }

    private static IsaChoices read(MappingReader in, IsaLoader.Library library, int depth) {
        IsaChoices own = new IsaChoices(
                in.text("doc").map(Text::value).orElse(""), names(in, "variants"), params(in), names(in, "features"));
        return in.text("extends")
                .filter(base -> depth < DEEPEST)
                .flatMap(base -> library.find(base.value()))
                .map(file -> own.after(read(file, library, depth + 1)))
                .orElse(own);
    }

    private IsaChoices after(IsaChoices base) {
        List<ParameterInfo> all = new ArrayList<>(base.params());
        all.removeIf(p -> params.stream().anyMatch(own -> own.name().equals(p.name())));
        all.addAll(params);
        return new IsaChoices(doc, join(base.variants(), variants), all, join(base.features(), features));
    }

    private static List<String> join(List<String> first, List<String> second) {
        Set<String> all = new LinkedHashSet<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }

    /** The keys below {@code key}; {@code "A, X"} declares two. */
    private static List<String> names(MappingReader in, String key) {
        return in.entries(key).stream()
                .flatMap(e -> List.of(e.name().split("\\s*,\\s*")).stream())
                .toList();
    }

    private static List<ParameterInfo> params(MappingReader in) {
        return in.entries("params").stream().map(e -> param(in, e)).toList();
    }

    private static ParameterInfo param(MappingReader in, YamlMapping.Entry entry) {
        Optional<MappingReader> described = entry.value() instanceof YamlMapping
                ? in.values().mapping(entry.value(), "a parameter")
                : Optional.empty();
        Optional<String> byDefault = described.flatMap(d -> d.text("default")).map(Text::value);
        List<String> choices = described.map(d -> d.texts("choices")).orElse(List.of()).stream()
                .map(Text::value)
                .toList();
        String doc = described.flatMap(d -> d.text("doc")).map(Text::value).orElse("");
        return new ParameterInfo(
                entry.name(), ParameterInfo.Type.NUMBER, byDefault, Long.MIN_VALUE, Long.MAX_VALUE, choices, doc);
    }
}
