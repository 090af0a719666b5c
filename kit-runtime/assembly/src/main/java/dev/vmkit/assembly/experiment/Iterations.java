package dev.vmkit.assembly.experiment;

import dev.vmkit.language.text.Text;

/**
 * A guest repeats its work as often as a word of its memory says. It runs twice, so that what both runs have in common drops
 * out of the counts.
 *
 * @param place where the word lies: an address, or a label of the guest's programs
 * @param few how often in one run, at least 1
 * @param many how often in the other, more than {@code few}
 */
public record Iterations(Text place, int few, int many) {
    /** The word of a run. */
    public Word word(int times) {
        return new Word(place, times);
    }
}
