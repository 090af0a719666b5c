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
        Measured measured = measure(trial.main(), subject);
        List<Miss> noResult = measured.rows().stream()
                .filter(row -> !row.trouble().isEmpty())
                .map(row -> new Miss(
                        "the run of " + name(row), "one that ends well", "one that does not: " + row.trouble()))
                .toList();
        if (!noResult.isEmpty()) {
            return Finding.failed(cause(noResult));
        }
        List<Miss> other =
                trial.alike().map(file -> differences(measured, file, subject)).orElse(List.of());
        return other.isEmpty() ? claims(measured) : Finding.failed(cause(other));
    }

    private Measured measure(String file, Subject subject) {
        return Unanswered.require(Measured.class, subject.ask(new Question.Measure(new Board(file, files))));
    }

    private Cause cause(List<Miss> misses) {
        return Miss.cause("in " + trial.main() + ": ", misses);
    }

    private static String name(Measured.Row row) {
        return row.guest() + ", " + row.way();
    }

    /** Rows of another experiment that this one has not, or has other counts in. */
    private List<Miss> differences(Measured measured, String file, Subject subject) {
        List<Miss> misses = new ArrayList<>();
        for (Measured.Row wanted : measure(file, subject).rows()) {
            Optional<Measured.Row> found = measured.rows().stream()
                    .filter(row -> name(row).equals(name(wanted)))
                    .findFirst();
            if (!found.map(Measured.Row::counts).equals(Optional.of(wanted.counts()))) {
                misses.add(new Miss(
                        "what is counted of " + name(wanted),
                        wanted.counts() + " (as in " + file + ")",
                        found.map(row -> row.counts().toString()).orElse("nothing")));
            }
        }
        return misses;
    }

    private Finding claims(Measured measured) {
        List<Optional<Miss>> looked = new ArrayList<>();
        if (trial.claims()) {
            measured.claims().forEach(claim -> looked.add(miss(claim)));
        }
        if (trial.claims() && measured.claims().isEmpty()) {
            looked.add(Optional.of(new Miss("the number of its claims", "1 or more", "0")));
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
