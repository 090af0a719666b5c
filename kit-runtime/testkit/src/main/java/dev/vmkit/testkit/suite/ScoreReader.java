package dev.vmkit.testkit.suite;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.YamlMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads {@code performance:}, by which points are scaled. */
record ScoreReader(Diagnostics diagnostics) {
    private static final int MOST = 1_000_000_000;

    List<Trial.Score> read(MappingReader in) {
        List<Trial.Score> scores = new ArrayList<>();
        for (YamlMapping.Entry entry : in.entries("performance")) {
            if (!entry.name().equals("instructions") && !entry.name().equals("exits")) {
                diagnostics.report(
                        SuiteProblem.EXPECT,
                        entry.key().span(),
                        "'" + entry.name() + "' is not counted",
                        "what counts is instructions or exits; never seconds");
            }
            in.values()
                    .mapping(entry.value(), "a measure of performance")
                    .flatMap(score -> score(entry, score))
                    .ifPresent(scores::add);
        }
        return scores;
    }

    private Optional<Trial.Score> score(YamlMapping.Entry entry, MappingReader in) {
        Optional<Integer> full = in.requiredInteger("full", 0, MOST);
        Optional<Integer> none = in.requiredInteger("none", 0, MOST);
        in.finish();
        if (full.isPresent() && none.isPresent() && full.get() >= none.get()) {
            diagnostics.report(
                    SuiteProblem.EXPECT,
                    in.at(),
                    "'full:' is what earns all points, so it is less than 'none:', which earns none");
            return Optional.empty();
        }
        return full.flatMap(f -> none.map(n -> new Trial.Score(entry.name(), f, n)));
    }
}
