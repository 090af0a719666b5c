package dev.vmkit.language.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The type rules and static checks, case by case: the golden file holds each body and what comes of it. */
class RulesTests {
    private static final String FILE = "semantics/rules.txt";

    @Test
    void everyBodyBecomesWhatTheTableSays() throws IOException {
        List<String> lines =
                Files.readAllLines(Path.of("src/test/resources/golden").resolve(FILE));
        List<String> out = new ArrayList<>();
        List<String> declarations = new ArrayList<>();
        List<String> body = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("|")) {
                declarations.add(line.substring(2));
                out.add(line);
            } else if (line.startsWith(">")) {
                body.add(line.substring(2));
                out.add(line);
            } else if (!body.isEmpty()) {
                String declared = String.join("\n", declarations) + (declarations.isEmpty() ? "" : "\n");
                out.add(Snippet.check(declared, String.join("\n", body)));
                out.add("");
                body.clear();
                declarations.clear();
            } else if (line.startsWith("#")) {
                out.add(line);
                out.add("");
            }
        }
        assertThat(out).hasSizeGreaterThan(300);
        Golden.check(FILE, String.join("\n", out) + "\n");
    }
}
