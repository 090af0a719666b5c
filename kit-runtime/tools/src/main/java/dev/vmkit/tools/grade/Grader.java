package dev.vmkit.tools.grade;

import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.DiagnosticPrinter;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Span;
import dev.vmkit.testkit.judge.Judge;
import dev.vmkit.testkit.judge.Lateness;
import dev.vmkit.testkit.judge.Verdict;
import dev.vmkit.testkit.scratch.ScratchFolder;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Mistake;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Subject;
import dev.vmkit.testkit.suite.Suite;
import dev.vmkit.tools.isolate.Cages;
import dev.vmkit.tools.submission.HandInDigest;
import dev.vmkit.tools.submission.Intake;
import dev.vmkit.tools.submission.Submission;
import dev.vmkit.tools.submission.SubmissionProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * Grades submissions by one suite: takes each in, and lets a judge ask it in a cage. Used by any number of threads.
 */
public final class Grader implements AutoCloseable {
    private final Suite suite;
    private final List<Path> plugins;
    private final Cages cages;
    private final String kit;

    /** A judge is one thread's at a time. */
    private final Queue<Judge> judges = new ConcurrentLinkedQueue<>();

    /**
     * A grader.
     *
     * @param plugins where the suite's reference finds other parts
     * @param cages where submissions run; closed by whoever made them
     * @param kit which kit this is, for the verdicts
     */
    public Grader(Suite suite, List<Path> plugins, Cages cages, String kit) {
        this.suite = suite;
        this.plugins = List.copyOf(plugins);
        this.cages = cages;
        this.kit = kit;
    }

    public Suite suite() {
        return suite;
    }

    /** Which kit this is, as verdicts say. */
    public String kit() {
        return kit;
    }

    /**
     * The verdict on a folder, a ZIP or a JAR. One that is refused gets one, too.
     *
     * @param submitted when it was handed in, if that is known
     * @throws IOException if this machine cannot grade it, whatever it is
     * @throws MistakeException if the suite or its reference is wrong, and nothing can be graded
     */
    public Verdict grade(Path given, Optional<Instant> submitted, Watcher watcher) throws IOException {
        Lateness late = lateness(submitted);
        try (ScratchFolder folder = ScratchFolder.make("submission")) {
            Submission taken;
            try {
                taken = take(given, folder.path());
            } catch (MistakeException refused) {
                return refused(given, refused, late, watcher);
            }
            return judged(cages.of(taken.folder()), taken.digest(), late, watcher)
                    .with(taken.remarks().stream().map(Grader::remark).toList());
        }
    }

    private Submission take(Path given, Path into) throws IOException {
        Submission taken = Intake.take(given, into, mainFiles());
        if (!suite.part().java()) {
            refuseCode(taken.folder());
        }
        return taken;
    }

    /** Files of which a submission has one at its place. */
    private Set<String> mainFiles() {
        String name = suite.part().name().value();
        return switch (suite.part().kind()) {
            case ISA, DEVICE, POLICY -> Set.of("plugin.yaml", name + ".yaml");
            case PROGRAM, MACHINE -> Set.of("plugin.yaml", name);
        };
    }

    private Verdict refused(Path given, MistakeException why, Lateness late, Watcher watcher) {
        Answer mistaken = new Answer.Mistaken(
                why.diagnostics().stream().map(Grader::mistake).toList());
        return judged(() -> new Answering(mistaken), digest(given), late, watcher);
    }

    private static String digest(Path given) {
        try {
            return HandInDigest.of(given, "");
        } catch (IOException unreadable) {
            return "";
        }
    }

    /** Where definitions are asked for, nothing of a submission runs but what they say. */
    private static void refuseCode(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.map(path -> folder.relativize(path).toString())
                    .filter(name -> name.matches("(?i).*\\.(class|jar|java)"))
                    .findFirst()
                    .ifPresent(name -> {
                        throw MistakeException.of(
                                SubmissionProblem.REFUSED,
                                "'" + name + "' is code, and only definitions are asked for",
                                "");
                    });
        }
    }

    /** A verdict without a point on what could not be graded. */
    public Verdict ungradable(String why) {
        Answer lost = new Answer.Lost(Answer.Loss.CRASHED, why);
        return judged(() -> new Answering(lost), "", Lateness.NONE, Watcher.NOBODY);
    }

    private Verdict judged(Subject.Source source, String digest, Lateness late, Watcher watcher) {
        Judge free = judges.poll();
        Judge judge = free == null ? new Judge(suite, plugins) : free;
        try {
            return judge.verdict(source, new Verdict.Digests(suite.digest(), digest, kit), late, watcher::begins);
        } finally {
            judges.add(judge);
        }
    }

    /** In one line: what, where, and what to do. */
    private static String remark(Diagnostic found) {
        String where = found.at().map(at -> at + ": ").orElse("");
        String hint = found.hint().isEmpty() ? "" : " (" + found.hint() + ")";
        return found.problem().code() + " " + where + found.message() + hint;
    }

    private static Mistake mistake(Diagnostic found) {
        return new Mistake(
                found.problem().code(),
                found.at().map(Span::toString).orElse(""),
                found.message(),
                DiagnosticPrinter.plain().print(List.of(found)).strip());
    }

    private Lateness lateness(Optional<Instant> submitted) {
        int days =
                suite.late().flatMap(policy -> submitted.map(policy::daysLate)).orElse(0);
        if (days == 0) {
            return Lateness.NONE;
        }
        double factor = suite.late().orElseThrow().factor(days);
        String late = days == 1 ? "1 day late" : days + " days late";
        long percent = Math.round(100 * factor);
        return new Lateness(
                days, factor, percent == 0 ? late + ", which is too late" : late + ", so " + percent + " % count");
    }

    @Override
    public void close() {
        judges.forEach(Judge::close);
    }

    /** Answers every question alike. */
    private record Answering(Answer answer) implements Subject {
        @Override
        public Answer ask(Question question) {
            return answer;
        }

        @Override
        public void close() {}
    }
}
