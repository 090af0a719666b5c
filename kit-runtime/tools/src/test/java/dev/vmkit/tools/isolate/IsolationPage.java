package dev.vmkit.tools.isolate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The table of attacks in docs/reference/isolation.md.
 *
 * @param rows the attack, and what each tier does about it
 */
record IsolationPage(List<List<String>> rows) {
    private static final Path FILE = Path.of("../../docs/reference/isolation.md");
    private static final String HEAD = "| attack |";
    private static final String YES = "yes";

    static IsolationPage read() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        Files.readAllLines(FILE).stream()
                .dropWhile(line -> !line.startsWith(HEAD))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> List.of(line.substring(1).strip().split("\\s*\\|\\s*")))
                .forEach(rows::add);
        return new IsolationPage(rows);
    }

    /** Whether it says so of the one row that begins like that. */
    boolean stops(String attack, Tier tier) {
        List<List<String>> found =
                rows.stream().filter(row -> row.getFirst().startsWith(attack)).toList();
        if (found.size() != 1) {
            throw new AssertionError("one row of " + FILE + " should begin with '" + attack + "': " + found);
        }
        return found.getFirst().get(1 + tier.ordinal()).startsWith(YES);
    }

    /** Those that some tier stops. */
    List<String> stopped() {
        return rows.stream()
                .filter(row -> row.stream().skip(1).anyMatch(cell -> cell.startsWith(YES)))
                .map(List::getFirst)
                .toList();
    }
}
