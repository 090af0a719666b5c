package dev.vmkit.tools.classroom.statistics;

import dev.vmkit.testkit.judge.Cause;
import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * How a class did at one check.
 *
 * @param check as it came out for the first submission; for its name, number and points
 * @param count submissions
 * @param passed how many passed it
 * @param unanswered how many gave no answer
 * @param skipped for how many it was not looked at
 * @param meanShare of its points, within [0, 1]
 * @param discrimination how well it tells strong submissions from weak ones: the correlation of its points with those of all
 *     other checks, within [-1, 1]; empty if all did the same. What is near 0 or below asks for a look at the check.
 * @param failures what it was failed by, the most common first
 */
public record CheckStatistics(
        CheckResult check,
        int count,
        int passed,
        int unanswered,
        int skipped,
        double meanShare,
        OptionalDouble discrimination,
        List<Common> failures) {
    private static final int MOST_COMMON = 5;

    /**
     * Failures that are alike.
     *
     * @param example what one of them was told
     */
    public record Common(String key, String example, int count) {}

    /** Of the check at that place; all submissions have as many. */
    static CheckStatistics of(int index, List<Graded> all) {
        List<CheckResult> results =
                all.stream().map(one -> one.verdict().checks().get(index)).toList();
        return new CheckStatistics(
                results.getFirst(),
                results.size(),
                count(results, Status.PASSED),
                count(results, Status.ERROR),
                count(results, Status.SKIPPED),
                results.stream().mapToDouble(CheckStatistics::share).average().orElse(0),
                discrimination(index, all),
                failures(results));
    }

    /** The share of submissions that passed it, within [0, 1]. */
    public double passRate() {
        return (double) passed / count;
    }

    private static double share(CheckResult check) {
        long most = check.most().hundredths();
        return most == 0
                ? check.status() == Status.PASSED ? 1 : 0
                : (double) check.points().hundredths() / most;
    }

    private static int count(List<CheckResult> results, Status status) {
        return (int) results.stream().filter(one -> one.status() == status).count();
    }

    private static OptionalDouble discrimination(int index, List<Graded> all) {
        double[] here = new double[all.size()];
        double[] elsewhere = new double[all.size()];
        for (int i = 0; i < here.length; i++) {
            List<CheckResult> checks = all.get(i).verdict().checks();
            here[i] = checks.get(index).points().value();
            elsewhere[i] = all.get(i).verdict().earned().value() - here[i];
        }
        return Correlation.of(here, elsewhere);
    }

    private static List<Common> failures(List<CheckResult> results) {
        Map<String, Common> byKey = new TreeMap<>();
        for (CheckResult result : results) {
            result.cause()
                    .filter(_ -> result.status() == Status.FAILED || result.status() == Status.ERROR)
                    .ifPresent(cause -> byKey.merge(cause.key(), first(cause), CheckStatistics::together));
        }
        return byKey.values().stream()
                .sorted(Comparator.comparing(Common::count).reversed())
                .limit(MOST_COMMON)
                .toList();
    }

    private static Common first(Cause cause) {
        return new Common(cause.key(), cause.rationale(), 1);
    }

    private static Common together(Common a, Common b) {
        return new Common(a.key(), a.example(), a.count() + b.count());
    }
}
