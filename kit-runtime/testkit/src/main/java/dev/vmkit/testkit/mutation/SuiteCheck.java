package dev.vmkit.testkit.mutation;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Judge;
import dev.vmkit.testkit.local.LocalSubject;
import dev.vmkit.testkit.scratch.ScratchFolder;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Board;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Subject;
import dev.vmkit.testkit.subject.Typing;
import dev.vmkit.testkit.subject.Wanted;
import dev.vmkit.testkit.suite.Check;
import dev.vmkit.testkit.suite.Suite;
import dev.vmkit.testkit.suite.SuiteProblem;
import dev.vmkit.testkit.suite.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Tests a suite: its reference must pass, and every mutant of it must not. */
public final class SuiteCheck {
    private final Suite suite;
    private final List<Path> plugins;
    private final Function<Path, Subject.Source> subjects;

    /**
     * A check of a suite.
     *
     * @param plugins where other parts are found
     * @param subjects opens what lies at a place, in a process of its own if it has code: mutants may never end
     */
    public SuiteCheck(Suite suite, List<Path> plugins, Function<Path, Subject.Source> subjects) {
        this.suite = suite;
        this.plugins = List.copyOf(plugins);
        this.subjects = subjects;
    }

    /** The same for a reference without code of its own. */
    public static SuiteCheck of(Suite suite, List<Path> plugins) {
        return new SuiteCheck(suite, plugins, place -> () -> LocalSubject.of(place, plugins));
    }

    /**
     * Judges the reference, and if it passes, its mutants one by one.
     *
     * @param progress is told how far it has come
     * @throws MistakeException if there is no reference, or it has mistakes, or nothing to be changed
     */
    public SuiteScore run(Consumer<String> progress) {
        Path reference = suite.reference()
                .orElseThrow(() -> MistakeException.of(
                        SuiteProblem.REFERENCE,
                        "the suite names no reference to make mutants of",
                        "reference: solution"));
        try (Judge judge = Judge.ofReferences(suite, plugins)) {
            List<CheckResult> baseline = judge.check(subjects.apply(reference), progress);
            SuiteScore score = new SuiteScore(baseline, 0, List.of(), 0);
            return score.isGreen() ? mutants(judge, new ReferenceCopy(reference), baseline, progress) : score;
        }
    }

    private SuiteScore mutants(
            Judge judge, ReferenceCopy reference, List<CheckResult> baseline, Consumer<String> progress) {
        List<Mutant> mutants = reference.mutants(suite.part().kind());
        List<Answer> right = meaning(subjects.apply(reference.reference()));
        List<Mutant> survivors = new ArrayList<>();
        int caught = 0;
        int invalid = 0;
        for (Mutant mutant : mutants) {
            progress.accept("mutant " + (caught + invalid + survivors.size() + 1) + " of " + mutants.size());
            switch (fate(judge, reference, mutant, right)) {
                case INVALID -> invalid++;
                case CAUGHT -> caught++;
                case ALIVE -> survivors.add(mutant);
            }
        }
        SuiteScore score = new SuiteScore(baseline, caught, survivors, invalid);
        if (score.changes() == 0) {
            throw unchangeable(score);
        }
        return score;
    }

    private MistakeException unchangeable(SuiteScore score) {
        return MistakeException.of(
                SuiteProblem.REFERENCE,
                score.invalid() == 0
                        ? "the reference has nothing that could be changed, so this says nothing of the suite"
                        : "none of the " + score.invalid()
                                + " changes of the reference means anything else, so this says"
                                + " nothing of the suite",
                "changed are what a definition does and how it encodes, Java in src/, and a program's assembly");
    }

    private enum Fate {
        INVALID,
        CAUGHT,
        ALIVE
    }

    private Fate fate(Judge judge, ReferenceCopy reference, Mutant mutant, List<Answer> right) {
        try (ScratchFolder folder = ScratchFolder.make("mutant")) {
            Subject.Source source = subjects.apply(reference.with(mutant, folder.path()));
            if (!opens(source) || !right.isEmpty() && meaning(source).equals(right)) {
                return Fate.INVALID;
            }
            return judge.passes(source) ? Fate.ALIVE : Fate.CAUGHT;
        } catch (MistakeException noDefinition) {
            return Fate.INVALID;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean opens(Subject.Source source) {
        try (Subject subject = source.open()) {
            return subject.ask(suite.part().open()) instanceof Answer.Opened;
        }
    }

    /** What a definition means, or what a program makes of each board before it begins; nothing where that is not all. */
    private List<Answer> meaning(Subject.Source source) {
        List<Question> questions = switch (suite.part().kind()) {
            case ISA -> List.of(new Question.Describe());
            case PROGRAM -> boards();
            case DEVICE, POLICY, MACHINE -> List.of();
        };
        if (questions.isEmpty()) {
            return List.of();
        }
        try (Subject subject = source.open()) {
            subject.ask(suite.part().open());
            return questions.stream().map(subject::ask).toList();
        }
    }

    private List<Question> boards() {
        List<Trial> trials = suite.checks().stream().map(Check::trial).toList();
        Wanted state = new Wanted(List.of(), List.of(), true, false, false);
        return trials.stream().allMatch(Trial.BoardRun.class::isInstance)
                ? trials.stream()
                        .map(trial -> ((Trial.BoardRun) trial).main())
                        .distinct()
                        .<Question>map(main -> new Question.Run(new Board(main, suite.files()), Typing.NONE, 0, state))
                        .toList()
                : List.of();
    }
}
