package dev.vmkit.assembly.experiment;

import dev.vmkit.assembly.experiment.CostProfile.Borrowed;
import dev.vmkit.assembly.experiment.CostProfile.Costs;
import dev.vmkit.assembly.host.Techniques;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlReader;
import dev.vmkit.layers.hypervisor.Exit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a cost profile. */
final class CostReader {
    private static final int MOST = 1_000_000_000;
    private static final String OTHER = "other";
    private static final List<String> CAUSES =
            Arrays.stream(Exit.Cause.values()).map(Object::toString).toList();

    private final Diagnostics diagnostics;

    private CostReader(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The profile, or nothing if mistakes, which are reported, leave none. */
    static Optional<CostProfile> read(SourceFile file, Diagnostics diagnostics) {
        return YamlReader.read(file, diagnostics)
                .flatMap(root -> new Values(diagnostics).mapping(root, "the cost profile"))
                .flatMap(new CostReader(diagnostics)::profile);
    }

    private Optional<CostProfile> profile(MappingReader in) {
        if (!ExperimentReader.knowsVersion(in)) {
            return Optional.empty();
        }
        Optional<Text> name = in.requiredName("costs");
        String about = in.text("about").map(Text::value).orElse("");
        long instruction = cost(in, "instruction").orElse(1L);
        Map<String, Costs> techniques = new HashMap<>();
        in.requiredNode("techniques");
        for (YamlMapping.Entry entry : in.entries("techniques")) {
            known(entry.key().text(), Techniques.names(), "technique");
            in.values()
                    .mapping(entry.value(), "the costs of '" + entry.name() + "'")
                    .ifPresent(costs -> techniques.put(entry.name(), costs(costs)));
        }
        in.finish();
        return name.filter(_ -> !diagnostics.hasErrors()).map(n -> new CostProfile(n, about, instruction, techniques));
    }

    private Costs costs(MappingReader in) {
        Map<String, Long> exits = new HashMap<>();
        for (YamlMapping.Entry entry : in.entries("exits")) {
            if (!entry.name().equals(OTHER)) {
                cause(entry.key().text());
            }
            in.values().integer(entry.value(), 0, MOST).ifPresent(cost -> exits.put(entry.name(), (long) cost));
        }
        in.requiredNode("exits");
        long other = Optional.ofNullable(exits.remove(OTHER)).orElse(0L);
        long reference = cost(in, "reference").orElse(0L);
        Optional<Borrowed> adds = in.mapping("adds", "what is added").flatMap(this::borrowed);
        in.finish();
        return new Costs(exits, other, reference, adds);
    }

    private Optional<Borrowed> borrowed(MappingReader in) {
        Optional<Text> from = in.requiredText("from").filter(text -> known(text, Techniques.names(), "technique"));
        List<Text> exits = in.texts("exits");
        exits.forEach(this::cause);
        in.finish();
        return from.map(f -> new Borrowed(f, exits.stream().map(Text::value).toList()));
    }

    /** Checks a cause, or a cause with a detail behind it. */
    private void cause(Text written) {
        if (CAUSES.stream()
                .noneMatch(cause ->
                        written.value().equals(cause) || written.value().startsWith(cause + " "))) {
            known(written, CAUSES, "cause of exits");
        }
    }

    private boolean known(Text name, List<String> all, String what) {
        if (!all.contains(name.value())) {
            diagnostics.report(
                    ExperimentProblem.COSTS,
                    name.span(),
                    "there is no " + what + " '" + name + "'",
                    Suggestion.nearest(name.value(), all)
                            .map(near -> "did you mean '" + near + "'?")
                            .orElse("there are: " + String.join(", ", all)));
        }
        return all.contains(name.value());
    }

    private static Optional<Long> cost(MappingReader in, String key) {
        return in.integer(key, 0, MOST).map(Integer::longValue);
    }
}
