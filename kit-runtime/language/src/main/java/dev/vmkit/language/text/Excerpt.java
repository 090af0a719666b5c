package dev.vmkit.language.text;

/**
 * The line on which a place starts, cut around it if it is long, and where to underline it.
 *
 * @param lineNumber from 1
 * @param text the visible line
 * @param indent the columns before the place
 * @param length the columns of the place on this line, at least 1
 */
record Excerpt(int lineNumber, String text, int indent, int length) {
    private static final int MOST_CHARACTERS = 120;
    private static final int BEFORE = 50;
    private static final String CUT = "...";

    static Excerpt of(Span place) {
        int lineNumber = place.line();
        String line = place.file().line(lineNumber);
        int start = place.start() - place.file().startOfLine(lineNumber);
        int end = Math.clamp((long) start + place.end() - place.start(), start, Math.max(start, line.length()));
        int from = line.length() > MOST_CHARACTERS ? boundary(line, start - BEFORE) : 0;
        int to = boundary(line, from + MOST_CHARACTERS);
        String cut = from > 0 ? CUT : "";

        // A place may lie behind the end of its line, where white space was stripped.
        int indent = columns(cut + slice(line, from, Math.min(start, to))) + Math.max(0, start - line.length());
        int length = columns(cut + slice(line, from, Math.min(end, to))) - indent;
        String text = cut + slice(line, from, to) + (to < line.length() ? CUT : "");
        return new Excerpt(lineNumber, Glyphs.visible(text).stripTrailing(), indent, Math.max(1, length));
    }

    private static int columns(String text) {
        return Glyphs.width(Glyphs.visible(text));
    }

    private static String slice(String line, int from, int to) {
        return line.substring(Math.min(from, line.length()), Math.max(from, Math.min(to, line.length())));
    }

    /** A cut within the line that does not part a surrogate pair. */
    private static int boundary(String line, int at) {
        int cut = Math.clamp(at, 0, line.length());
        boolean parts = cut > 0 && cut < line.length() && Character.isLowSurrogate(line.charAt(cut));
        return parts ? cut - 1 : cut;
    }

    String underline() {
        return " ".repeat(indent) + "^".repeat(length);
    }
}
