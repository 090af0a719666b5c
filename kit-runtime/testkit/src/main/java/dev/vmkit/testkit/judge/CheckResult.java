package dev.vmkit.testkit.judge;

import dev.vmkit.testkit.suite.Points;
import dev.vmkit.testkit.suite.Visibility;
import java.util.List;
import java.util.Optional;

/**
 * What came of one check.
 *
 * @param name a sentence that is true if it passed
 * @param number from 1, in the order of the suite
 * @param points it got, within [0, most]; between them for partial credit
 * @param extra whether its points are on top
 * @param visibility when a student may see more of it than its points
 * @param hint of the suite's author; for failures, may be empty
 * @param cause what was wrong, unless it passed
 * @param replay the smallest failing case, if it can be run
 * @param tags of the suite's author, for statistics
 */
public record CheckResult(
        String name,
        int number,
        Status status,
        Points points,
        Points most,
        boolean extra,
        Visibility visibility,
        String hint,
        Optional<Cause> cause,
        Optional<Replay> replay,
        List<String> tags) {
    public CheckResult {
        tags = List.copyOf(tags);
    }
}
