package dev.vmkit.testkit.suite;

import dev.vmkit.language.text.Text;
import dev.vmkit.testkit.subject.Octets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A graded suite.
 *
 * @param about one sentence, may be empty
 * @param reference a solution that is right: a folder as students hand it in, or a definition; never shown to a part
 * @param files what boards consist of and a part may see, by their names
 * @param seed of whatever is random and has no seed of its own
 * @param late when it is due, and what happens then; empty if there is no deadline
 * @param checks at least one, in order
 * @param folder where its file lies
 * @param places of all other files that it was read from, which may lie outside of that folder
 * @param digest SHA-256 of all its files, in hexadecimal
 */
public record Suite(
        Text name,
        String about,
        PartUnderTest part,
        Optional<Path> reference,
        Map<String, Octets> files,
        long seed,
        Caps caps,
        Optional<LatePolicy> late,
        List<Check> checks,
        Path folder,
        Set<Path> places,
        String digest) {
    public Suite {
        files = Map.copyOf(files);
        checks = List.copyOf(checks);
        places = Set.copyOf(places);
    }
}
