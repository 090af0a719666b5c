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
import java.util.stream.Stream;

/** Makes an experiment, and looks at what it claims. */
record ClaimTrial(Trial.Experiment trial, Map<String, Octets> files) {

    Finding look(Subject subject) {
        Question question = new Question.Measure(new Board(trial.main(), files), trial.from());
        Measured measured = Unanswered.require(Measured.class, subject.ask(question));
        List<Miss> troubles = measured.troubles().entrySet().stream()
                .map(run -> new Miss("the end of " + run.getKey(), "a good one", "another: " + run.getValue()))
                .toList();
        return troubles.isEmpty() ? claims(measured) : Finding.failed(cause(troubles));
    }

    private Cause cause(List<Miss> misses) {
        return Miss.cause("in " + trial.from().orElse(trial.main()) + ": ", misses);
    }

    private Finding claims(Measured measured) {
        List<Optional<Miss>> looked = new ArrayList<>();
        if (trial.claims()) {
            measured.claims().forEach(claim -> looked.add(miss(claim)));
        }
        if (trial.claims() && measured.claims().isEmpty()) {
            looked.add(Optional.of(new Miss("the number of claims", "1 or more", "0")));
        }
        trial.predicted().forEach(measure -> looked.add(prediction(measure, measured.claims())));
        List<Miss> misses = looked.stream().flatMap(Optional::stream).distinct().toList();
        long wrong = looked.stream().filter(Optional::isPresent).count();
        return misses.isEmpty() ? Finding.PASSED : Finding.failed(1 - (double) wrong / looked.size(), cause(misses));
    }

    private static Optional<Miss> miss(Measured.Claimed claim) {
        return claim.failures().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Miss("'" + claim.claim() + "'", "true", "false: " + String.join("; ", claim.failures())));
    }

    /** What is wrong with what is said of a measure: nothing is, or not how large it is, or it is not so. */
    private static Optional<Miss> prediction(String measure, List<Measured.Claimed> claims) {
        List<Measured.Claimed> about =
                claims.stream().filter(claim -> predicts(claim, measure)).toList();
        return about.isEmpty()
                ? Optional.of(new Miss("a claim '" + measure + " = ...'", "there", "not there"))
                : about.stream().flatMap(claim -> miss(claim).stream()).findFirst();
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
