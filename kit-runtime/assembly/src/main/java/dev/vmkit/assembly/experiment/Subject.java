package dev.vmkit.assembly.experiment;

import dev.vmkit.assembly.config.GuestConfig;
import java.util.List;

/**
 * A guest of an experiment.
 *
 * @param words what lies in its memory besides its programs
 */
public record Subject(GuestConfig guest, List<Word> words) {
    public Subject {
        words = List.copyOf(words);
    }
}
