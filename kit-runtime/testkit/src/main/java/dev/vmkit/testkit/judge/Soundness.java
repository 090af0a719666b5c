package dev.vmkit.testkit.judge;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.testkit.suite.Check;
import dev.vmkit.testkit.suite.Suite;
import dev.vmkit.testkit.suite.SuiteProblem;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whether the suite's reference passes what a submission did not: a check that it does not pass grades nobody. */
final class Soundness {
    private final Suite suite;
    private final Trials trials;
    private final boolean strict;
    private final Set<Integer> sound = new HashSet<>();

    /** @param strict whether it is looked at all; if not, every check is sound */
    Soundness(Suite suite, Trials trials, boolean strict) {
        this.suite = suite;
        this.trials = trials;
        this.strict = strict;
    }

    /** @throws MistakeException if there is a reference, and it fails the check */
    void require(Check check) {
        if (strict && suite.reference().isPresent() && sound.add(check.number())) {
            Finding finding = look(check);
            if (finding.status() != Status.PASSED && !finding.scaled()) {
                throw MistakeException.of(
                        SuiteProblem.UNSOUND,
                        check.name().span(),
                        "the reference itself does not pass '" + check.name() + "'",
                        finding.cause().map(Cause::brief).orElse(""));
            }
        }
    }

    /** @throws MistakeException if there is a reference that cannot be opened either */
    void requireOpen() {
        if (strict && suite.reference().isPresent()) {
            trials.reference(Optional.empty());
        }
    }

    private Finding look(Check check) {
        try {
            return trials.look(check, trials.reference(Optional.empty()).subject());
        } catch (Unanswered unanswered) {
            return unanswered.finding();
        }
    }
}
