package dev.vmkit.testkit.mutation;

import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Status;
import java.util.List;

/**
 * How good a suite is.
 *
 * @param baseline what it says of the reference itself; unless all passed, nothing else counts
 * @param caught mutants that some check told from the reference
 * @param survivors mutants that passed every check
 * @param invalid mutants that are no definition or program at all, or mean the same as the reference
 */
public record SuiteScore(List<CheckResult> baseline, int caught, List<Mutant> survivors, int invalid) {
    private static final int PERCENT = 100;

    public SuiteScore {
        baseline = List.copyOf(baseline);
        survivors = List.copyOf(survivors);
    }

    /** Whether the reference passes. */
    public boolean isGreen() {
        return baseline.stream().allMatch(result -> result.status() == Status.PASSED);
    }

    /** Per cent of the mutants that were caught; 0 of none. */
    public double percent() {
        return (double) PERCENT * caught / Math.max(1, changes());
    }

    /** How many mutants there were that mean something else. */
    public int changes() {
        return caught + survivors.size();
    }
}
