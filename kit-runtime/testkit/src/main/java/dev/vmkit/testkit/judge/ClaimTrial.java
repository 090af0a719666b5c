package dev.vmkit.testkit.judge;

import dev.vmkit.testkit.subject.Answer.Measured;
import dev.vmkit.testkit.subject.Board;
import dev.vmkit.testkit.subject.Octets;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Subject;
import dev.vmkit.testkit.suite.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes an experiment, and looks at what it claims. */
record ClaimTrial(Trial.Experiment trial, Map<String, Octets> files) {
    private static final int MOST_NAMED = 6;

    Finding look(Subject subject) {
        Question question = new Question.Measure(new Board(trial.main(), files), trial.from());
        Measured measured = Unanswered.require(Measured.class, subject.ask(question));
        List<String> troubles = measured.troubles().entrySet().stream()
                .map(run -> "the run of " + run.getKey() + " does not end well: " + run.getValue())
                .toList();
        return troubles.isEmpty() ? claims(measured.claims()) : Finding.failed(cause(troubles));
    }

    private Cause cause(List<String> wrong) {
        String named = wrong.stream().limit(MOST_NAMED).collect(Collectors.joining("\n  "));
        String more = wrong.size() > MOST_NAMED ? "\n  and " + (wrong.size() - MOST_NAMED) + " more" : "";
        return Cause.of("in " + trial.from().orElse(trial.main()) + ":\n  " + named + more, wrong.getFirst());
    }

    private Finding claims(List<Measured.Claimed> claims) {
        List<Optional<String>> looked = new ArrayList<>();
        if (trial.claims()) {
            claims.forEach(claim -> looked.add(failure(claim)));
        }
        if (trial.claims() && claims.isEmpty()) {
            looked.add(Optional.of("nothing is claimed"));
        }
        trial.predicted().forEach(measure -> looked.add(misjudged(measure, claims)));
        List<String> wrong = looked.stream().flatMap(Optional::stream).toList();
        return wrong.isEmpty()
                ? Finding.PASSED
                : Finding.failed(
                        1 - (double) wrong.size() / looked.size(),
                        cause(wrong.stream().distinct().toList()));
    }

    private static Optional<String> failure(Measured.Claimed claim) {
        return claim.failures().isEmpty()
                ? Optional.empty()
                : Optional.of("'" + claim.claim() + "' does not hold: " + String.join("; ", claim.failures()));
    }

    /** What is wrong with what is said of a measure: nothing is, or not how large it is, or it is not so. */
    private static Optional<String> misjudged(String measure, List<Measured.Claimed> claims) {
        List<Measured.Claimed> about =
                claims.stream().filter(claim -> predicts(claim, measure)).toList();
        return about.isEmpty()
                ? Optional.of("there is no claim '" + measure + " = NUMBER'")
                : about.stream().flatMap(claim -> failure(claim).stream()).findFirst();
    }

    private static boolean predicts(Measured.Claimed claim, String measure) {
        String written = bare(claim.claim());
        return Stream.of(written.split("=", 2))
                                .filter(side -> side.equals(bare(measure)))
                                .count()
                        == 1
                && written.matches("[0-9.]+=.*|.*[^!<>]=[0-9.]+");
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
