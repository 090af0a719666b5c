package dev.vmkit.tools.cli;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.experiment.CostProfile;
import dev.vmkit.assembly.experiment.CostProfiles;
import dev.vmkit.assembly.experiment.Experiment;
import dev.vmkit.assembly.experiment.ExperimentReader;
import dev.vmkit.assembly.experiment.Trial;
import dev.vmkit.assembly.experiment.TrialResolution;
import dev.vmkit.assembly.host.HostConstruction;
import dev.vmkit.assembly.host.ResolvedGuest;
import dev.vmkit.assembly.host.ResolvedHost;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import dev.vmkit.machine.board.Outcome;
import dev.vmkit.testkit.experiment.Consoles;
import dev.vmkit.testkit.experiment.Laboratory;
import dev.vmkit.testkit.experiment.Overhead;
import dev.vmkit.testkit.experiment.Results;
import dev.vmkit.testkit.experiment.Row;
import dev.vmkit.tools.experiment.ResultJson;
import dev.vmkit.tools.experiment.ResultPlot;
import dev.vmkit.tools.experiment.ResultTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit experiment}: the same guests in several ways, side by side. */
@Command(
        name = "experiment",
        description =
                "Run guests bare and under several hypervisor techniques or policies: counts and cycles, side by side.",
        footer = {
            "",
            "Example: kit experiment curriculum/12-adams-agesen/nanobench.yaml --plot cycles.svg",
            "Cycles are counts times a cost profile, which is a model: docs/reference/experiments.md.",
            "Exit code: 0, or 1 if a claim of the file does not hold or a guest fails, 4 if a limit of time ends a run."
        })
final class ExperimentCommand extends KitCommand {
    private static final int MOST_RUNS = 1000;

    @Mixin
    private final Parts parts = new Parts();

    @Option(
            names = "--costs",
            paramLabel = "NAME",
            description = "A cost profile, or a file with one, besides the experiment's. May be repeated.")
    private List<String> costs = List.of();

    @Option(names = "--csv", description = "As comma-separated values.")
    private boolean csv;

    @Option(names = "--json", description = "As JSON, exits one by one.")
    private boolean json;

    @Option(names = "--plot", paramLabel = "FILE", description = "Draw the cycles there, as SVG.")
    private Optional<String> plot = Optional.empty();

    @Option(names = "--time", description = "Time the runs, too: how many times as long as bare ones they take.")
    private boolean time;

    @Option(names = "--runs", paramLabel = "N", description = "Timed runs of each, 1 to 1000. Default: 5.")
    private int runs = 5;

    @Parameters(paramLabel = "FILE", description = "An experiment file.")
    private String file = "";

    @Override
    int run() throws IOException {
        if (runs < 1 || runs > MOST_RUNS) {
            throw wrongUsage("--runs: 1 to " + MOST_RUNS);
        }
        if (csv && (json || time)) {
            throw wrongUsage("--csv has the counts alone; --json has all");
        }
        Surroundings surroundings = kit().surroundings();
        Path folder =
                Objects.requireNonNull(surroundings.path(file).toAbsolutePath().getParent());
        try (Catalog catalog = parts.open(surroundings)) {
            Diagnostics diagnostics = new Diagnostics();
            Optional<Experiment> experiment = ExperimentReader.read(
                    SourceFiles.read(surroundings, file), folder, profiles(diagnostics), diagnostics);
            diagnostics.throwIfErrors();
            if (plot.isPresent() && experiment.orElseThrow().costs().isEmpty()) {
                throw wrongUsage("--plot draws cycles, and the experiment has no 'costs:'; --costs names some");
            }
            List<Trial> trials = TrialResolution.resolve(experiment.orElseThrow(), folder, catalog, diagnostics);
            diagnostics.throwIfErrors();
            return run(experiment.get(), trials);
        }
    }

    private List<CostProfile> profiles(Diagnostics diagnostics) {
        List<CostProfile> profiles = new ArrayList<>();
        for (String name : costs) {
            CostProfiles.find(
                            Text.synthetic("the command line", name),
                            kit().surroundings().path(""),
                            diagnostics)
                    .ifPresent(profiles::add);
        }
        return profiles;
    }

    private int run(Experiment experiment, List<Trial> trials) throws IOException {
        Results results;
        List<Overhead> overheads;
        try (RunProgress progress =
                new RunProgress(screen(), kit().surroundings().terminal())) {
            Laboratory laboratory = new Laboratory(experiment, trials, this::consoles, progress::begins);
            results = laboratory.count();
            overheads = time ? laboratory.time(runs) : List.of();
        }
        show(results, overheads);
        return exitCode(results);
    }

    private Consoles consoles(ResolvedHost host) throws IOException {
        GuestConsoles consoles = GuestConsoles.of(kit().surroundings(), host, Optional.empty(), true);
        return new Consoles() {
            @Override
            public HostConstruction.Connection connection(ResolvedGuest guest) {
                return consoles.connection(guest);
            }

            @Override
            public Map<String, String> missing() {
                return consoles.missing();
            }

            @Override
            public void close() throws IOException {
                consoles.close();
            }
        };
    }

    private void show(Results results, List<Overhead> overheads) throws IOException {
        if (plot.isPresent()) {
            Files.writeString(kit().surroundings().path(plot.get()), new ResultPlot(results).svg());
        }
        if (json) {
            screen().print(new ResultJson(results, overheads).json().pretty());
        } else if (csv) {
            screen().print(new ResultTable(results).csv());
        } else {
            text(results, overheads);
        }
        results.rows().forEach(row -> complain(row, repeats(results)));
    }

    private void text(Results results, List<Overhead> overheads) {
        Experiment experiment = results.experiment();
        experiment
                .iterations()
                .ifPresent(it -> screen().line("each of %,d repetitions, between runs of %,d and %,d"
                        .formatted(it.many() - it.few(), it.few(), it.many())));
        screen().print(Table.text(new ResultTable(results).rows()));
        experiment.costs().stream()
                .filter(profile -> !profile.about().isEmpty())
                .forEach(profile -> screen().line("cycles of " + profile.name() + ": " + profile.about()));
        if (!overheads.isEmpty()) {
            screen().line("time of the host, " + runs + (runs == 1 ? " run" : " runs") + " of each:");
            screen().print(Table.text(ResultTable.overheads(overheads)));
        }
        results.check().forEach(this::claim);
    }

    private void claim(Results.Checked checked) {
        screen().line((checked.holds() ? screen().green("holds") : screen().red("fails")) + "  "
                + checked.claim().written());
        checked.failures().forEach(failure -> screen().line("       " + failure));
    }

    /**
     * What is to be said against a run: it did not end as an experiment's should, by itself or where a count of instructions
     * ends it, or its dialogue stopped half-way. What is counted for each repetition means nothing if a run was cut off.
     */
    private static Optional<Verdict> objection(Row row, boolean repeats) {
        if (row.outcome() instanceof Outcome.BudgetReached
                && !repeats
                && row.missing().isEmpty()) {
            return Optional.empty();
        }
        Verdict verdict = Verdict.of(row.outcome()).unless(row.missing());
        return verdict.exitCode() == ExitCode.SUCCESS ? Optional.empty() : Optional.of(verdict);
    }

    private void complain(Row row, boolean repeats) {
        objection(row, repeats)
                .ifPresent(verdict -> screen().say(screen().red("kit: ") + row.guest() + ", " + row.way() + ": "
                        + verdict.message() + waiting(row, verdict)));
    }

    private static String waiting(Row row, Verdict verdict) {
        return row.missing()
                .filter(_ -> verdict.exitCode() == ExitCode.LIMIT)
                .map(what -> " before it showed '" + what + "'")
                .orElse("");
    }

    private static boolean repeats(Results results) {
        return results.experiment().iterations().isPresent();
    }

    private static int exitCode(Results results) {
        boolean holds = results.check().stream().allMatch(Results.Checked::holds);
        int worst = results.rows().stream()
                .mapToInt(row ->
                        objection(row, repeats(results)).map(Verdict::exitCode).orElse(ExitCode.SUCCESS))
                .max()
                .orElse(ExitCode.SUCCESS);
        return worst == ExitCode.SUCCESS && !holds ? ExitCode.FAILURE : worst;
    }
}
