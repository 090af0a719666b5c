package dev.vmkit.testkit.local;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.experiment.Claim;
import dev.vmkit.assembly.experiment.Experiment;
import dev.vmkit.assembly.experiment.ExperimentProblem;
import dev.vmkit.assembly.experiment.ExperimentReader;
import dev.vmkit.assembly.experiment.Trial;
import dev.vmkit.assembly.experiment.TrialResolution;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.testkit.experiment.Laboratory;
import dev.vmkit.testkit.experiment.Results;
import dev.vmkit.testkit.experiment.Row;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Answer.Measured;
import dev.vmkit.testkit.subject.Ending;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes an experiment.
 *
 * @param claims the file whose claims are held against it, if not its own
 */
record ExperimentTrial(Catalog catalog, Optional<SourceFile> claims) {
    private static final Set<Ending> WELL = Set.of(Ending.OFF, Ending.HALTED);

    /** @throws MistakeException if a file has mistakes, or a run is none that could be compared */
    Answer run(SourceFile file, Path folder) {
        Diagnostics mistakes = new Diagnostics();
        var read = ExperimentReader.read(file, folder, List.of(), mistakes);
        mistakes.throwIfErrors();
        Experiment experiment = claiming(read.orElseThrow(), mistakes);
        List<Trial> trials = TrialResolution.resolve(experiment, folder, catalog, mistakes);
        mistakes.throwIfErrors();
        try {
            return told(new Laboratory(experiment, trials, GuestScreens::of, (_, _, _, _) -> {}).count());
        } catch (IOException noResult) {
            throw MistakeException.of(ExperimentProblem.GUESTS, String.valueOf(noResult.getMessage()), "");
        }
    }

    private Experiment claiming(Experiment experiment, Diagnostics mistakes) {
        if (claims.isEmpty()) {
            return experiment;
        }
        List<Claim> claimed = ExperimentReader.claims(claims.get(), experiment, mistakes);
        mistakes.throwIfErrors();
        return experiment.claiming(claimed);
    }

    private static Answer told(Results results) {
        boolean repeats = results.experiment().iterations().isPresent();
        Map<String, String> troubles = new LinkedHashMap<>();
        results.rows().stream()
                .filter(row -> !endsWell(row, repeats))
                .forEach(row -> troubles.put(
                        row.guest() + ", " + row.way(), row.outcome().message()));
        return new Measured(
                troubles,
                results.check().stream()
                        .map(checked ->
                                new Measured.Claimed(checked.claim().written().value(), checked.failures()))
                        .toList());
    }

    /** What is counted for each repetition means nothing if a run was cut off. */
    private static boolean endsWell(Row row, boolean repeats) {
        Ending ending = Endings.of(row.outcome());
        return WELL.contains(ending) || ending == Ending.LIMIT && !repeats;
    }
}
