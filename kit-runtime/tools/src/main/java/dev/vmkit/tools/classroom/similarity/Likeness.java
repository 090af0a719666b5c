package dev.vmkit.tools.classroom.similarity;

import java.util.List;

/**
 * Two submissions that share what few others have.
 *
 * @param share of the fingerprints of the one that has fewer which the other has too, within [0, 1]
 * @param shared how many those are
 * @param passages what they share, in both
 */
public record Likeness(String one, String other, double share, int shared, List<Passage> passages) {

    /** The same in two submissions. */
    public record Passage(Lines one, Lines other) {}
}
