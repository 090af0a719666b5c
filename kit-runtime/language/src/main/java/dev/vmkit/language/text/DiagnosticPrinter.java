package dev.vmkit.language.text;

import java.util.List;

/**
 * Shows messages to people, each with its source line and a caret.
 *
 * <pre>
 * error K104: no device model called 'uart-16650'
 *   --> rv64-virt.yaml:10:18
 *    |
 * 10 |   uart: { model: uart-16650, at: 0x10000000 }
 *    |                  ^^^^^^^^^^ did you mean 'uart-16550'? (plugin devices-basic)
 * </pre>
 *
 * <p>Whatever a file holds, no control character reaches the terminal.
 */
public final class DiagnosticPrinter {
    private static final int WIDEST = 120;
    private static final int LONGEST_MESSAGE = 600;

    private final boolean coloured;

    private DiagnosticPrinter(boolean coloured) {
        this.coloured = coloured;
    }

    /** Prints characters alone. */
    public static DiagnosticPrinter plain() {
        return new DiagnosticPrinter(false);
    }

    /** Prints with ANSI colours. */
    public static DiagnosticPrinter coloured() {
        return new DiagnosticPrinter(true);
    }

    /** All messages and, if there are any, the summary; ends with a line end. */
    public String print(List<Diagnostic> diagnostics) {
        StringBuilder out = new StringBuilder();
        diagnostics.forEach(diagnostic -> out.append(print(diagnostic)).append('\n'));
        return diagnostics.isEmpty()
                ? ""
                : out.append(summary(diagnostics)).append('\n').toString();
    }

    /** "3 errors, 1 warning". */
    public static String summary(List<Diagnostic> diagnostics) {
        long errors =
                diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).count();
        long warnings = diagnostics.size() - errors;
        if (errors == 0 && warnings > 0) {
            return count(warnings, "warning");
        }
        return count(errors, "error") + (warnings == 0 ? "" : ", " + count(warnings, "warning"));
    }

    private static String count(long n, String noun) {
        return n + " " + noun + (n == 1 ? "" : "s");
    }

    /** One message with its places; ends with a line end. */
    public String print(Diagnostic diagnostic) {
        int gutter = gutter(diagnostic);
        StringBuilder out = new StringBuilder(head(diagnostic)).append('\n');
        diagnostic.at().ifPresent(at -> {
            out.append(" ".repeat(gutter) + paint(Colour.BLUE, "--> ") + place(at))
                    .append('\n');
            out.append(margin(gutter, "")).append('\n');
            appendExcerpt(out, gutter, at, diagnostic.hint());
        });
        if (diagnostic.at().isEmpty() && !diagnostic.hint().isEmpty()) {
            out.append("  ").append(note(diagnostic.hint())).append('\n');
        }
        diagnostic.related().forEach(related -> appendRelated(out, gutter, related));
        return out.toString();
    }

    private String head(Diagnostic diagnostic) {
        String code = diagnostic.problem().code();
        String kind = diagnostic.severity() == Severity.ERROR
                ? paint(Colour.RED, "error " + code)
                : paint(Colour.YELLOW, "warning " + code);
        return kind + paint(Colour.BOLD, ": " + sentence(diagnostic.message()));
    }

    private void appendRelated(StringBuilder out, int gutter, Diagnostic.Related related) {
        String message = related.message().isEmpty() ? "also here" : related.message();
        out.append(" ".repeat(gutter + 1) + note(message) + ": " + place(related.at()))
                .append('\n');
        appendExcerpt(out, gutter, related.at(), "");
    }

    /** The digits of the largest line number shown. */
    private static int gutter(Diagnostic diagnostic) {
        int line = diagnostic.at().map(Span::line).orElse(1);
        for (Diagnostic.Related related : diagnostic.related()) {
            line = Math.max(line, related.at().line());
        }
        return Integer.toString(line).length();
    }

    private void appendExcerpt(StringBuilder out, int gutter, Span place, String hint) {
        Excerpt excerpt = Excerpt.of(place);
        String number = ("%" + gutter + "d |").formatted(excerpt.lineNumber());
        out.append((paint(Colour.BLUE, number) + " " + excerpt.text()).stripTrailing())
                .append('\n');
        out.append(margin(gutter, " " + paint(Colour.RED, excerpt.underline())));
        out.append(hint.isEmpty() ? "" : besideOrBelow(excerpt, gutter, hint)).append('\n');
    }

    private String besideOrBelow(Excerpt excerpt, int gutter, String hint) {
        String visible = sentence(hint);
        boolean fits = excerpt.indent() + excerpt.length() + Glyphs.width(visible) < WIDEST;
        return fits ? " " + paint(Colour.CYAN, visible) : "\n" + " ".repeat(gutter + 1) + note(hint);
    }

    private String margin(int gutter, String text) {
        return " ".repeat(gutter + 1) + paint(Colour.BLUE, "|") + text;
    }

    private String note(String text) {
        return paint(Colour.BLUE, "= ") + paint(Colour.CYAN, sentence(text));
    }

    private static String place(Span place) {
        return Glyphs.visible(place.toString());
    }

    private static String sentence(String text) {
        String cut = text.length() <= LONGEST_MESSAGE ? text : text.substring(0, LONGEST_MESSAGE) + "...";
        return Glyphs.visible(cut);
    }

    private String paint(Colour colour, String text) {
        return coloured ? colour.start + text + Colour.END : text;
    }

    private enum Colour {
        RED("\u001B[1;31m"),
        YELLOW("\u001B[1;33m"),
        BLUE("\u001B[34m"),
        CYAN("\u001B[36m"),
        BOLD("\u001B[1m");

        static final String END = "\u001B[0m";
        final String start;

        Colour(String start) {
            this.start = start;
        }
    }
}
