package dev.vmkit.assembly.experiment;

import dev.vmkit.assembly.host.ResolvedHost;
import java.util.List;

/**
 * Guests that are to run in one way.
 *
 * @param host with one guest that runs alone, or with several that run together
 * @param words what lies in their memory besides their programs
 */
public record Trial(Way way, ResolvedHost host, List<Word> words) {
    public Trial {
        words = List.copyOf(words);
    }
}
