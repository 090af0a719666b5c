package dev.vmkit.tools.classroom.export;

import dev.vmkit.language.text.Glyphs;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma-separated values (RFC 4180, with line feeds). Texts come from people nobody vouches for: one that a spreadsheet would
 * take for a formula gets an apostrophe before it, and control characters are made visible.
 */
final class Csv {
    private final StringBuilder out = new StringBuilder();

    /** A row of texts. */
    Csv row(List<String> cells) {
        out.append(cells.stream().map(Csv::quoted).collect(Collectors.joining(",")))
                .append('\n');
        return this;
    }

    private static String quoted(String cell) {
        String text = cell.lines().map(Glyphs::visible).collect(Collectors.joining("\n"));
        String safe = isFormula(text) ? "'" + text : text;
        return safe.matches("[^,\"\\n]*") ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }

    private static boolean isFormula(String text) {
        return text.matches("(?s)[=+@\\t\\r-].*") && !text.matches("-?[0-9.]*");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
