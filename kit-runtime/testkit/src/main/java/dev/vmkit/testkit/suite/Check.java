package dev.vmkit.testkit.suite;

import dev.vmkit.language.text.Text;
import java.util.List;

/**
 * One check of a suite.
 *
 * @param name a sentence that is true if it passes
 * @param number from 1, in the order of the suite
 * @param points for passing it
 * @param extra whether they are on top
 * @param partial whether a part of it gives a part of the points
 * @param after the numbers of checks that must have passed before, all smaller
 * @param hint for who fails, may be empty
 * @param trial what is done
 */
public record Check(
        Text name,
        int number,
        Points points,
        boolean extra,
        boolean partial,
        Visibility visibility,
        List<Integer> after,
        String hint,
        List<String> tags,
        Trial trial) {
    public Check {
        after = List.copyOf(after);
        tags = List.copyOf(tags);
    }
}
