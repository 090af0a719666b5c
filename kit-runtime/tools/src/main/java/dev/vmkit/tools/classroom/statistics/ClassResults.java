package dev.vmkit.tools.classroom.statistics;

import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Status;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The verdicts of a class, which come of one suite.
 *
 * @param suite its name
 * @param all in the order of the submissions' names
 */
public record ClassResults(String suite, List<Graded> all) {
    private static final int BINS = 10;

    public ClassResults {
        all = all.stream().sorted(Comparator.comparing(Graded::name)).toList();
    }

    /** How many submissions got a share of the points within each tenth; the last holds 90 % and all above. */
    public List<Integer> histogram() {
        int[] bins = new int[BINS];
        all.forEach(one -> bins[(int) Math.clamp(one.share() * BINS, 0, BINS - 1)]++);
        return IntStream.of(bins).boxed().toList();
    }

    /** The mean of the points; 0 of nobody's. */
    public double mean() {
        return all.stream()
                .mapToDouble(one -> one.verdict().points().value())
                .average()
                .orElse(0);
    }

    /** Half of the submissions got this much or more; 0 of nobody's. */
    public double median() {
        double[] points = all.stream()
                .mapToDouble(one -> one.verdict().points().value())
                .sorted()
                .toArray();
        int half = points.length / 2;
        if (points.length == 0) {
            return 0;
        }
        return points.length % 2 == 1 ? points[half] : (points[half - 1] + points[half]) / 2;
    }

    /** What can be had, in points. */
    public String most() {
        return all.isEmpty() ? "0" : all.getFirst().verdict().most().toString();
    }

    /** Check by check, in the order of the suite. */
    public List<CheckStatistics> checks() {
        int count = all.isEmpty() ? 0 : all.getFirst().verdict().checks().size();
        return IntStream.range(0, count)
                .mapToObj(index -> CheckStatistics.of(index, all))
                .toList();
    }

    /** Those whose checks did not all get an answer: a person should look at them. */
    public List<Graded> unanswered() {
        return all.stream()
                .filter(one ->
                        one.verdict().checks().stream().map(CheckResult::status).anyMatch(Status.ERROR::equals))
                .toList();
    }
}
