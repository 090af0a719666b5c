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
        int end = Math.max(start, Math.min(line.length(), start + place.end() - place.start()));
        int from = line.length() > MOST_CHARACTERS ? boundary(line, start - BEFORE) : 0;
        int to = boundary(line, from + MOST_CHARACTERS);

        String head = (from > 0 ? CUT : "") + slice(line, from, Math.min(start, to));
        String upToEnd = (from > 0 ? CUT : "") + slice(line, from, Math.min(end, to));
        String whole = (from > 0 ? CUT : "") + slice(line, from, to) + (to < line.length() ? CUT : "");
        int indent = Glyphs.width(Glyphs.visible(head)) + Math.max(0, start - line.length());
        int length = Glyphs.width(Glyphs.visible(upToEnd)) - indent;
        return new Excerpt(lineNumber, Glyphs.visible(whole).stripTrailing(), indent, Math.max(1, length));
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
