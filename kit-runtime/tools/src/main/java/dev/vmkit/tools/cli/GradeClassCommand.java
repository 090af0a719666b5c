package dev.vmkit.tools.cli;

import dev.vmkit.testkit.suite.Suite;
import dev.vmkit.tools.classroom.ClassGrading;
import dev.vmkit.tools.classroom.ClassOutput;
import dev.vmkit.tools.classroom.GradingKey;
import dev.vmkit.tools.classroom.HandIn;
import dev.vmkit.tools.classroom.Roll;
import dev.vmkit.tools.classroom.Times;
import dev.vmkit.tools.classroom.crew.Crew;
import dev.vmkit.tools.classroom.crew.LocalCrew;
import dev.vmkit.tools.classroom.crew.SharedCrew;
import dev.vmkit.tools.classroom.crew.Worker;
import dev.vmkit.tools.classroom.similarity.Likeness;
import dev.vmkit.tools.classroom.statistics.ClassResults;
import dev.vmkit.tools.classroom.store.Database;
import dev.vmkit.tools.classroom.store.Entry;
import dev.vmkit.tools.classroom.store.VerdictStore;
import dev.vmkit.tools.grade.Grader;
import dev.vmkit.tools.grade.report.Audience;
import dev.vmkit.tools.isolate.Cages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit grade-class}: all submissions of a class by a suite. */
@Command(
        name = "grade-class",
        description =
                "Grade all submissions in a folder: verdicts, statistics, grades for Moodle and Canvas, who is like"
                        + " whom.",
        footer = {
            "",
            "Ended in the middle, however, it goes on where it was when it is started again.",
            "With --database postgresql://..., run the same command on as many machines as you like: they share the"
                    + " class.",
            "Exit code: 0 if every submission has a verdict, whatever it is."
        })
final class GradeClassCommand extends KitCommand {
    private static final int MOST_WORKERS = 256;
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    @Mixin
    private final GradingOptions grading = new GradingOptions();

    @Mixin
    private final SimilarityOptions similarity = new SimilarityOptions();

    @Option(
            names = {"-w", "--workers"},
            paramLabel = "N",
            description = "Submissions graded at a time by this process. Default: as many as there are processors.")
    private int workers = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--results",
            paramLabel = "FOLDER",
            description =
                    "Where verdicts, pages and tables go. Default: the class's folder with '-results' at its end.")
    private Optional<String> results = Optional.empty();

    @Option(
            names = "--database",
            paramLabel = "URL",
            description =
                    "Keep verdicts in PostgreSQL, postgresql://user@host/name, and share the class with others that"
                            + " do.")
    private Optional<String> database = Optional.empty();

    @Option(names = "--times", paramLabel = "FILE", description = "When they were handed in: lines NAME,TIME.")
    private Optional<String> times = Optional.empty();

    @Option(
            names = "--for",
            paramLabel = "WHOM",
            description = "What the pages for students show: ${COMPLETION-CANDIDATES}. Default: after_published.")
    private Audience audience = Audience.AFTER_PUBLISHED;

    @Parameters(index = "0", paramLabel = "SUITE", description = "A file with a suite.")
    private String suiteFile = "";

    @Parameters(
            index = "1",
            paramLabel = "FOLDER",
            description = "A folder with a folder, a ZIP or a JAR of each student.")
    private String folder = "";

    @Override
    int run() throws Exception {
        if (workers < 1 || workers > MOST_WORKERS) {
            throw wrongUsage("--workers: 1 to " + MOST_WORKERS);
        }
        database.filter(url -> !Database.isUrl(url)).ifPresent(_ -> {
            throw wrongUsage("--database: postgresql://user@host/name");
        });
        Surroundings surroundings = kit().surroundings();
        Path into = results(surroundings);
        Suite suite = GradingOptions.suite(surroundings, suiteFile);
        Roll roll = roll(surroundings);
        Files.createDirectories(into);
        try (Cages cages = grading.cages(screen(), surroundings, suite, workers);
                Grader grader = grading.grader(surroundings, suite, cages);
                VerdictStore store = VerdictStore.open(database(into), GradingKey.of(suite, grader.kit()))) {
            long seconds = grade(roll, store, grader);
            ClassResults all = ClassGrading.results(suite.name().value(), roll, store);
            List<Likeness> alike = similarity.compare(screen(), surroundings, roll, into);
            ClassOutput.write(all, alike, audience, into);
            new ClassReport(screen()).show(all, alike, seconds);
            screen().line("all of it: " + into.resolve(ClassOutput.PAGE));
        }
        return ExitCode.SUCCESS;
    }

    /** Where results go: beside the class, and never into it, where they would be somebody's submission. */
    private Path results(Surroundings surroundings) {
        Path students = surroundings.path(folder).toAbsolutePath();
        Path name = students.getFileName();
        if (results.isEmpty() && name == null) {
            throw wrongUsage("where to? say --results");
        }
        Path into = results.map(surroundings::path).orElseGet(() -> students.resolveSibling(name + "-results"));
        if (into.toAbsolutePath().startsWith(students)) {
            throw wrongUsage("--results: another folder than the class's, where results would be submissions");
        }
        return into;
    }

    private Roll roll(Surroundings surroundings) throws IOException {
        Path path = surroundings.path(folder);
        if (!Files.isDirectory(path)) {
            throw new IOException("there is no folder '" + folder + "'");
        }
        Map<String, Instant> handedIn = times.isPresent()
                ? Times.read(
                        times.get(), SourceFiles.read(surroundings, times.get()).content())
                : Map.of();
        Roll roll = Roll.of(path, handedIn);
        if (roll.handIns().isEmpty()) {
            throw new IOException("in '" + folder + "' there is no folder, ZIP or JAR that could be a submission");
        }
        Set<String> nobody = new TreeSet<>(handedIn.keySet());
        roll.entries().forEach(entry -> nobody.remove(entry.name()));
        if (!nobody.isEmpty()) {
            screen().say("in " + times.orElse("") + ", but not in the class: " + String.join(", ", nobody));
        }
        if (!roll.ignored().isEmpty()) {
            screen().say("no submissions, and left alone: " + String.join(", ", roll.ignored()));
        }
        return roll;
    }

    private Database database(Path into) {
        return database.map(Database::postgres).orElseGet(() -> Database.sqlite(into.resolve("class.db")));
    }

    /** Grades what has no verdict yet; how long it took, in seconds. */
    private long grade(Roll roll, VerdictStore store, Grader grader) throws InterruptedException {
        Set<Entry> left =
                new LinkedHashSet<>(roll.handIns().stream().map(HandIn::entry).toList());
        store.graded().forEach(left::remove);
        int before = roll.handIns().size() - left.size();
        if (before > 0) {
            screen().say("%,d of %,d have a verdict already"
                    .formatted(before, roll.handIns().size()));
        }
        String name = ProcessHandle.current().pid() + "@" + HostName.of(kit().surroundings());
        Worker worker = new Worker(name, store, new ClassGrading(grader, roll));
        Crew crew = store.database().isShared()
                ? new SharedCrew(worker, workers, HEARTBEAT)
                : new LocalCrew(worker, workers);
        long start = System.nanoTime();
        try (ClassProgress progress =
                new ClassProgress(screen(), kit().surroundings().terminal(), left.size())) {
            crew.grade(left, progress::left);
        }
        return Duration.ofNanos(System.nanoTime() - start).toSeconds();
    }
}
