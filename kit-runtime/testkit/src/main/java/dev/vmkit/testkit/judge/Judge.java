package dev.vmkit.testkit.judge;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.testkit.subject.Subject;
import dev.vmkit.testkit.suite.Check;
import dev.vmkit.testkit.suite.Points;
import dev.vmkit.testkit.suite.Suite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Judges submissions by a suite. Keeps what is right open, so that many can be judged by one; to be closed. Used by one
 * thread at a time.
 */
public final class Judge implements AutoCloseable {
    private final Suite suite;
    private final Trials trials;
    private final Soundness soundness;

    /**
     * A judge of a suite.
     *
     * @param plugins where references find other parts
     */
    public Judge(Suite suite, List<Path> plugins) {
        this(suite, plugins, true);
    }

    private Judge(Suite suite, List<Path> plugins, boolean strict) {
        this.suite = suite;
        this.trials = new Trials(suite, plugins);
        this.soundness = new Soundness(suite, trials, strict);
    }

    /** A judge who tells of all that the suite's own reference does not pass, as of any submission. */
    public static Judge ofReferences(Suite suite, List<Path> plugins) {
        return new Judge(suite, plugins, false);
    }

    /**
     * The verdict on a submission.
     *
     * @param source opens it; again whenever it gave no answer
     * @param progress is told the name of each check before it is done
     * @throws MistakeException if the suite itself or its reference is wrong
     */
    public Verdict verdict(Subject.Source source, Verdict.Digests digests, Lateness late, Consumer<String> progress) {
        return new Verdict(suite.name().value(), suite.about(), digests, suite.seed(), late, check(source, progress));
    }

    /** Whether all checks pass; those after the first that does not are not looked at. */
    public boolean passes(Subject.Source source) {
        try (Witness witness = new Witness(source, suite.part().open())) {
            return suite.checks().stream().allMatch(check -> passes(check, witness));
        }
    }

    private boolean passes(Check check, Witness witness) {
        try {
            return judged(witness, subject -> trials.passes(check, subject));
        } catch (Unanswered noAnswer) {
            return false;
        }
    }

    /** What came of every check, in order; of a submission that cannot be opened, one check tells why. */
    public List<CheckResult> check(Subject.Source source, Consumer<String> progress) {
        List<CheckResult> results = new ArrayList<>();
        try (Witness witness = new Witness(source, suite.part().open())) {
            for (Check check : suite.checks()) {
                progress.accept(check.name().value());
                results.add(result(check, results, witness));
                if (results.size() == 1 && witness.mistake().isPresent()) {
                    return unopened(witness.mistake().get());
                }
            }
        }
        return results;
    }

    /** The first of the checks that most people may see tells it. */
    private List<CheckResult> unopened(Unanswered mistake) {
        soundness.requireOpen();
        Finding told = mistake.isMissing() && suite.reference().isEmpty()
                ? Finding.error(unproven(mistake.cause()))
                : Finding.failed(mistake.cause());
        Check teller = suite.checks().stream()
                .min(Comparator.comparing(Check::visibility))
                .orElseThrow();
        Finding elsewhere = Finding.skipped("it cannot be opened, as '" + teller.name() + "' says");
        return suite.checks().stream()
                .map(check -> result(check, check == teller ? told : elsewhere, ""))
                .toList();
    }

    /** Where nothing shows that there is a part of that name, either may have mistaken it. */
    private Cause unproven(Cause missing) {
        return Cause.of(
                missing.rationale() + "\nThe suite asks for that name at "
                        + suite.part().name().span()
                        + ", and has no reference that shows it to be right: ask whoever wrote the suite.",
                missing.key());
    }

    private CheckResult result(Check check, List<CheckResult> before, Witness witness) {
        Optional<CheckResult> missing = check.after().stream()
                .map(number -> before.get(number - 1))
                .filter(earlier -> earlier.status() != Status.PASSED)
                .findFirst();
        if (missing.isPresent()) {
            String first = missing.get().visibility().compareTo(check.visibility()) > 0
                    ? "hidden check " + missing.get().number()
                    : missing.get().name();
            return result(check, Finding.skipped("this comes first: " + first), "");
        }
        Finding finding = finding(check, witness);
        return result(check, finding, finding.status() == Status.PASSED ? "" : check.hint());
    }

    private Finding finding(Check check, Witness witness) {
        Finding finding;
        try {
            finding = judged(witness, subject -> trials.look(check, subject));
        } catch (Unanswered unanswered) {
            finding = unanswered.finding();
        }
        if (finding.status() == Status.FAILED && !finding.scaled() && witness.isOpen()) {
            soundness.require(check);
        }
        return finding;
    }

    /**
     * What a trial comes to; an answer that nobody foresaw is none. A subject that cannot be opened because of this machine
     * ends it all.
     */
    private static <T> T judged(Witness witness, Function<Subject, T> trial) {
        Subject subject = witness.subject();
        try {
            return trial.apply(subject);
        } catch (MistakeException ofTheSuite) {
            throw ofTheSuite;
        } catch (RuntimeException broken) {
            Unanswered unanswered = broken instanceof Unanswered known ? known : Unanswered.unforeseen(broken);
            if (unanswered.isLost()) {
                witness.dismiss();
            }
            throw unanswered;
        }
    }

    private static CheckResult result(Check check, Finding finding, String hint) {
        boolean whole = finding.status() == Status.PASSED;
        boolean part = check.partial() || finding.scaled();
        Points points = whole ? check.points() : part ? check.points().times(finding.share()) : Points.ZERO;
        return new CheckResult(
                check.name().value(),
                check.number(),
                finding.status(),
                points,
                check.points(),
                check.extra(),
                check.visibility(),
                hint,
                finding.cause(),
                finding.replay(),
                check.tags());
    }

    @Override
    public void close() {
        trials.close();
    }
}
