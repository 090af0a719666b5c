package dev.vmkit.tools.debian;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads Debian's control files (deb822(5)): paragraphs of {@code Name: value} between empty lines; a value goes on in the
 * lines below that begin with a space.
 */
final class Paragraphs {
    private final BufferedReader lines;

    Paragraphs(BufferedReader lines) {
        this.lines = lines;
    }

    /** All paragraphs of a text. */
    static List<Map<String, String>> of(String text) {
        Paragraphs paragraphs = new Paragraphs(new BufferedReader(new StringReader(text)));
        List<Map<String, String>> all = new ArrayList<>();
        try {
            for (var next = paragraphs.next(); next.isPresent(); next = paragraphs.next()) {
                all.add(next.get());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return all;
    }

    /** The next paragraph, if there is one: values by names, several lines joined by line feeds. */
    Optional<Map<String, String>> next() throws IOException {
        Map<String, String> fields = new HashMap<>();
        String name = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank()) {
                if (!fields.isEmpty()) {
                    return Optional.of(fields);
                }
            } else if (line.startsWith("#")) {
                continue;
            } else if (Character.isWhitespace(line.charAt(0))) {
                fields.merge(name, line.strip(), (before, more) -> before + "\n" + more);
            } else {
                int colon = line.indexOf(':');
                name = colon < 0 ? line : line.substring(0, colon);
                fields.put(name, line.substring(colon + 1).strip());
            }
        }
        return fields.isEmpty() ? Optional.empty() : Optional.of(fields);
    }
}
