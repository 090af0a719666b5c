package dev.vmkit.tools.cli;

import dev.vmkit.testkit.judge.Verdict;
import dev.vmkit.testkit.local.LocalSubject;
import dev.vmkit.testkit.mutation.SuiteCheck;
import dev.vmkit.testkit.mutation.SuiteScore;
import dev.vmkit.testkit.suite.Suite;
import dev.vmkit.tools.grade.Grader;
import dev.vmkit.tools.grade.report.Audience;
import dev.vmkit.tools.grade.report.Format;
import dev.vmkit.tools.grade.report.Ink;
import dev.vmkit.tools.grade.report.ReplayFolder;
import dev.vmkit.tools.grade.report.SubmissionMetadata;
import dev.vmkit.tools.isolate.Cages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit grade}: one submission by a suite. */
@Command(
        name = "grade",
        description = "Grade a submission by a suite: what passed, what did not, and why.",
        footer = {
            "",
            "Example: kit grade suite.yaml my-plugin --replays failing",
            "Exit code: 0 if all checks passed (those for extra credit aside), 1 if not, 2 if the suite has mistakes"
                    + " or the",
            "machine cannot hold submissions as --sandbox asks."
        })
final class GradeCommand extends KitCommand {
    private static final List<String> OF_SUBMISSIONS =
            List.of("--format", "--for", "--output", "--replays", "--submitted", "--submission-metadata");

    @Mixin
    private final GradingOptions grading = new GradingOptions();

    @Option(names = "--format", paramLabel = "FORMAT", description = "${COMPLETION-CANDIDATES}. Default: text.")
    private Format format = Format.TEXT;

    @Option(
            names = "--for",
            paramLabel = "WHOM",
            description =
                    "What may be shown: ${COMPLETION-CANDIDATES}. Default: student. Gradescope decides by itself.")
    private Audience audience = Audience.STUDENT;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write to a file.")
    private Optional<String> output = Optional.empty();

    @Option(
            names = "--replays",
            paramLabel = "FOLDER",
            description = "Put failing cases there, each as a machine to run with 'kit run'.")
    private Optional<String> replays = Optional.empty();

    @Option(
            names = "--submitted",
            paramLabel = "TIME",
            description = "When it was handed in, such as 2026-11-26T18:00:00+01:00. Default: in time.")
    private Optional<String> submitted = Optional.empty();

    @Option(
            names = "--submission-metadata",
            paramLabel = "FILE",
            description = "Gradescope's file that says when it was handed in.")
    private Optional<String> metadata = Optional.empty();

    @Parameters(index = "0", paramLabel = "SUITE", description = "A file with a suite.")
    private String suiteFile = "";

    @Option(
            names = "--check-suite",
            description =
                    "Test the suite itself, by changing its reference in every way: which changes does it not notice?")
    private boolean checkSuite;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SUBMISSION",
            description = "A folder, a ZIP or a JAR that somebody handed in.")
    private Optional<String> submission = Optional.empty();

    @Override
    int run() throws IOException {
        Surroundings surroundings = kit().surroundings();
        if (checkSuite) {
            refuseOptionsOfSubmissions();
            return checked(GradingOptions.suite(surroundings, suiteFile));
        }
        String written = submission.orElseThrow(() -> wrongUsage("which SUBMISSION?"));
        Path given = surroundings.path(written);
        if (!Files.exists(given)) {
            throw new IOException("there is no submission '" + written + "'");
        }
        Optional<OutputFile> file = output.map(name -> new OutputFile(surroundings, name));
        if (file.isPresent()) {
            file.get().require();
        }
        Optional<Instant> time = time();
        Verdict verdict = grade(GradingOptions.suite(surroundings, suiteFile), given, time);
        String report = format.write(verdict, audience, file.isEmpty() ? new ScreenInk(screen()) : Ink.NONE);
        if (file.isPresent()) {
            file.get().write(report);
        } else {
            screen().print(report);
        }
        if (replays.isPresent()) {
            ReplayFolder.write(audience.seen(verdict), surroundings.path(replays.get()));
        }
        return verdict.passed() ? ExitCode.SUCCESS : ExitCode.FAILURE;
    }

    private void refuseOptionsOfSubmissions() {
        if (submission.isPresent()) {
            throw wrongUsage("--check-suite tests the suite by its own reference: without a SUBMISSION");
        }
        OF_SUBMISSIONS.stream().filter(this::isSaid).findFirst().ifPresent(option -> {
            throw wrongUsage(option + " says something of a verdict, and --check-suite gives none");
        });
    }

    private Verdict grade(Suite suite, Path given, Optional<Instant> time) throws IOException {
        Surroundings surroundings = kit().surroundings();
        try (Cages cages = grading.cages(screen(), surroundings, suite, 1);
                Grader grader = grading.grader(surroundings, suite, cages);
                CheckProgress progress = new CheckProgress(screen(), surroundings.terminal())) {
            return grader.grade(given, time, progress);
        }
    }

    private int checked(Suite suite) throws IOException {
        return new SuiteReport(screen()).show(suite.name().value(), score(suite));
    }

    /** Where a suite allows code, its reference may have some, and mutants of that may do anything. */
    private SuiteScore score(Suite suite) throws IOException {
        Surroundings surroundings = kit().surroundings();
        List<Path> plugins = GradingOptions.plugins(surroundings);
        try (Cages cages = grading.cages(screen(), surroundings, suite, 1);
                CheckProgress progress = new CheckProgress(screen(), surroundings.terminal())) {
            return new SuiteCheck(
                            suite,
                            plugins,
                            place -> suite.part().java() ? cages.of(place) : () -> LocalSubject.of(place, plugins))
                    .run(progress::begins);
        }
    }

    private Optional<Instant> time() throws IOException {
        if (metadata.isPresent() && submitted.isPresent()) {
            throw wrongUsage("--submitted or --submission-metadata, not both");
        }
        if (metadata.isPresent()) {
            return SubmissionMetadata.submitted(SourceFiles.read(kit().surroundings(), metadata.get()));
        }
        try {
            return submitted.map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException noTime) {
            throw wrongUsage("--submitted: a time such as 2026-11-26T18:00:00+01:00");
        }
    }
}
