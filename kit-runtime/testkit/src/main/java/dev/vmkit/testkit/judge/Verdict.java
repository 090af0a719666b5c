package dev.vmkit.testkit.judge;

import dev.vmkit.testkit.suite.Points;
import java.util.List;

/**
 * What a suite found of a submission. Equal suites, submissions, kits and seeds give equal verdicts: there is no clock and
 * no host in it.
 *
 * @param suite its name
 * @param about one sentence of the suite, may be empty
 * @param seed of everything random
 * @param late what lateness takes away
 * @param checks in the order of the suite
 * @param remarks on what was handed in, which change nothing; at most {@link #MOST_REMARKS}
 */
public record Verdict(
        String suite,
        String about,
        Digests digests,
        long seed,
        Lateness late,
        List<CheckResult> checks,
        List<String> remarks) {
    /** More would hide the checks. */
    public static final int MOST_REMARKS = 20;

    public Verdict {
        checks = List.copyOf(checks);
        remarks = remarks.stream().limit(MOST_REMARKS).toList();
    }

    /** A verdict without remarks. */
    public Verdict(String suite, String about, Digests digests, long seed, Lateness late, List<CheckResult> checks) {
        this(suite, about, digests, seed, late, checks, List.of());
    }

    /** The same with other remarks. */
    public Verdict with(List<String> others) {
        return new Verdict(suite, about, digests, seed, late, checks, others);
    }

    /**
     * What was judged by what, as SHA-256 in hexadecimal.
     *
     * @param kit its version
     */
    public record Digests(String suite, String submission, String kit) {}

    /** What the submission gets: the points of all checks, less what lateness takes away. Extra credit may exceed {@link #most}. */
    public Points points() {
        return earned().times(late.factor());
    }

    /** The same before lateness. */
    public Points earned() {
        return Points.sum(checks.stream().map(CheckResult::points));
    }

    /** What a submission can get without extra credit. */
    public Points most() {
        return Points.sum(checks.stream().filter(check -> !check.extra()).map(CheckResult::most));
    }

    /** Whether every check passed, those for extra credit aside. */
    public boolean passed() {
        return checks.stream().allMatch(check -> check.extra() || check.status() == Status.PASSED);
    }
}
