package dev.vmkit.testkit.suite;

import dev.vmkit.language.text.Text;
import dev.vmkit.testkit.subject.Octets;
import java.util.List;
import java.util.Map;

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
 * @param files what its board consists of and a part may see, by their names: those of the suite that the check is from, and
 *     none of a suite that extends that one
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
        Trial trial,
        Map<String, Octets> files) {
    public Check {
        files = Map.copyOf(files);
        after = List.copyOf(after);
        tags = List.copyOf(tags);
    }
}
