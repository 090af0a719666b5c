package dev.vmkit.assembly.experiment;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code under:}, a list of techniques, each by its name alone or with more. */
final class WayReader {
    private static final int MOST = 32;

    private final MappingReader in;
    private final Diagnostics diagnostics;

    WayReader(MappingReader in) {
        this.in = in;
        this.diagnostics = in.diagnostics();
    }

    List<Way> read(String key) {
        List<Way> ways = new ArrayList<>();
        for (YamlNode node : in.list(key)) {
            way(node).filter(way -> isNew(way, ways)).ifPresent(ways::add);
        }
        if (in.requiredNode(key).isPresent() && (ways.isEmpty() || ways.size() > MOST) && !diagnostics.hasErrors()) {
            diagnostics.report(ExperimentProblem.WAY, in.at(key), "an experiment has 1 to " + MOST + " ways");
        }
        return ways;
    }

    private Optional<Way> way(YamlNode node) {
        if (node instanceof YamlScalar scalar) {
            Text technique = scalar.text();
            return Optional.of(new Way(technique, Optional.of(technique), Optional.empty(), Optional.empty()));
        }
        return in.values().mapping(node, "a way").flatMap(this::way);
    }

    private Optional<Way> way(MappingReader way) {
        Optional<Text> name = way.name("name");
        Optional<Text> technique = way.text("technique");
        Optional<Text> shadow = way.text("shadow");
        Optional<MappingReader> scheduler = way.mapping("scheduler", "the scheduler");
        way.finish();
        if (technique.isEmpty() && scheduler.isEmpty()) {
            diagnostics.report(
                    ExperimentProblem.WAY, way.at(), "a way says a technique, a scheduler or both", "technique: ...");
            return Optional.empty();
        }
        Optional<Text> usual = technique.or(() -> scheduler.flatMap(s -> s.requiredText("policy")));
        return usual.map(u -> new Way(
                name.orElse(shadow.map(s -> u.standingFor(u + "-" + s)).orElse(u)), technique, shadow, scheduler));
    }

    private boolean isNew(Way way, List<Way> others) {
        String name = way.name().value();
        boolean taken = name.equals(Way.BARE)
                || others.stream().anyMatch(other -> other.name().value().equals(name));
        if (taken) {
            diagnostics.report(
                    ExperimentProblem.WAY,
                    way.name().span(),
                    "there is another way called '" + name + "'",
                    "give one a 'name:'");
        }
        return !taken;
    }
}
