package dev.vmkit.testkit.local;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.experiment.Experiment;
import dev.vmkit.assembly.experiment.ExperimentProblem;
import dev.vmkit.assembly.experiment.ExperimentReader;
import dev.vmkit.assembly.experiment.Trial;
import dev.vmkit.assembly.experiment.TrialResolution;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.testkit.experiment.Figures;
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
import java.util.Set;

/** Makes an experiment. */
record ExperimentTrial(Catalog catalog) {
    private static final Set<Ending> WELL = Set.of(Ending.OFF, Ending.HALTED);

    /** @throws MistakeException if a file has mistakes, or a run is none that could be compared */
    Answer run(SourceFile file, Path folder) {
        Diagnostics mistakes = new Diagnostics();
        var read = ExperimentReader.read(file, folder, List.of(), mistakes);
        mistakes.throwIfErrors();
        Experiment experiment = read.orElseThrow();
        List<Trial> trials = TrialResolution.resolve(experiment, folder, catalog, mistakes);
        mistakes.throwIfErrors();
        try {
            return told(new Laboratory(experiment, trials, GuestScreens::of, (_, _, _, _) -> {}).count());
        } catch (IOException noResult) {
            throw MistakeException.of(ExperimentProblem.GUESTS, String.valueOf(noResult.getMessage()), "");
        }
    }

    private static Answer told(Results results) {
        boolean repeats = results.experiment().iterations().isPresent();
        return new Measured(
                results.rows().stream().map(row -> row(row, repeats)).toList(),
                results.check().stream()
                        .map(checked ->
                                new Measured.Claimed(checked.claim().written().value(), checked.failures()))
                        .toList());
    }

    private static Measured.Row row(Row row, boolean repeats) {
        Map<String, String> counts = new LinkedHashMap<>();
        counts.put("instructions", Figures.text(row.counts().instructions()));
        counts.put("direct", Figures.text(row.counts().direct()));
        row.counts()
                .exits()
                .forEach((exit, count) ->
                        counts.put("exits[" + exit.cause() + " " + exit.detail() + "]", Figures.text(count)));
        Ending ending = Endings.of(row.outcome());
        boolean well = WELL.contains(ending) || ending == Ending.LIMIT && !repeats;
        return new Measured.Row(
                row.guest(), row.way(), counts, well ? "" : row.outcome().message());
    }
}
