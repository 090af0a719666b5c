package dev.vmkit.testkit.suite;

import dev.vmkit.assembly.schedule.WorkloadFile;
import dev.vmkit.assembly.schedule.WorkloadReader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Suggestion;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.testkit.policy.PolicyLaws;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads checks of devices and policies, and those that ask a definition about itself. */
record PartTrialReader(Optional<Path> reference, long seed, SuiteFiles files, Diagnostics diagnostics) {
    private static final int WORKLOADS = 100;
    private static final int MOST_WORKLOADS = 10_000;

    Optional<Trial> script(MappingReader in) {
        List<Step> steps = new ArrayList<>();
        StepReader reader = new StepReader(diagnostics);
        List<Text> lines = in.texts("operate");
        lines.forEach(line -> reader.read(line).ifPresent(steps::add));
        if (lines.isEmpty()) {
            diagnostics.report(SuiteProblem.STEP, in.at("operate"), "there is no step", "- read 0 8 = 0x41");
        }
        return Optional.of(new Trial.Script(List.copyOf(steps)));
    }

    Optional<Trial> laws(MappingReader in) {
        List<Text> promises = in.texts("laws").stream()
                .filter(law -> !law.value().equals("general"))
                .toList();
        promises.stream()
                .filter(law -> !PolicyLaws.promises().contains(law.value()))
                .forEach(law -> diagnostics.report(
                        SuiteProblem.EXPECT,
                        law.span(),
                        "there is no law '" + law + "'",
                        Suggestion.nearest(law.value(), PolicyLaws.promises())
                                .map(near -> "did you mean '" + near + "'?")
                                .orElse("laws: general, " + String.join(", ", PolicyLaws.promises()))));
        int workloads = in.integer("workloads", 1, MOST_WORKLOADS).orElse(WORKLOADS);
        return Optional.of(new Trial.Laws(promises.stream().map(Text::value).toList(), workloads));
    }

    Optional<Trial> schedule(MappingReader in) {
        Optional<WorkloadFile> workload =
                in.text("workload").flatMap(files::text).flatMap(file -> WorkloadReader.read(file, diagnostics));
        Optional<String> golden = in.text("golden").flatMap(files::text).map(SourceFile::content);
        long drawn = in.unsigned("seed", Long.SIZE).orElse(seed);
        if (golden.isEmpty() && reference.isEmpty() && !in.has("golden")) {
            diagnostics.report(
                    SuiteProblem.REFERENCE,
                    in.at("workload"),
                    "there is nothing to compare with",
                    "add 'golden: FILE' here, or 'reference:' to the suite");
        }
        return workload.map(file -> new Trial.Schedule(file.workload(), golden, drawn));
    }

    Optional<Trial> analysis(MappingReader in) {
        Optional<MappingReader> modes = in.mapping("analysis", "an analysis");
        Optional<String> kernel = modes.flatMap(m -> m.text("kernel")).map(Text::value);
        Optional<String> runsIn = modes.flatMap(m -> m.text("runs-in")).map(Text::value);
        modes.ifPresent(MappingReader::finish);
        ExpectationReader expectations = new ExpectationReader(diagnostics);
        List<Expectation> expected = expectations.read(in, ExpectationReader.ANALYSIS);
        expectations.requireSome(expected, in);
        return modes.map(_ -> new Trial.Analysis(kernel, runsIn, expected));
    }

    Optional<Trial> ownTests(MappingReader in) {
        return in.text("own-tests").flatMap(word -> {
            if (!word.value().equals("pass")) {
                diagnostics.report(
                        SuiteProblem.KIND,
                        word.span(),
                        "the part's own tests pass, or the check fails",
                        "own-tests: pass");
                return Optional.empty();
            }
            return Optional.of(new Trial.OwnTests());
        });
    }
}
