package dev.vmkit.language.text;

import java.util.Arrays;

/** A named file's characters, with the places where its lines begin. */
public final class SourceFile {
    private final String name;
    private final String content;
    private final int[] lineStarts;

    /** A file called {@code name} as the user wrote the name; lines end with LF or CR LF. */
    public SourceFile(String name, String content) {
        this.name = name;
        this.content = content;
        this.lineStarts = lineStartsOf(content);
    }

    private static int[] lineStartsOf(String content) {
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < content.length(); i++) {
            if (content.charAt(i) == '\n') {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * lines);
                }
                starts[lines++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, lines);
    }

    public String name() {
        return name;
    }

    public String content() {
        return content;
    }

    /** The number of lines, at least 1. */
    public int lineCount() {
        return lineStarts.length;
    }

    /** The line, from 1, that holds the character at {@code offset}, within [0, length]. */
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The column, from 1, of the character at {@code offset}, within [0, length]. */
    public int columnAt(int offset) {
        return offset - lineStarts[lineAt(offset) - 1] + 1;
    }

    /** The offset of the first character of {@code line}, within [1, lineCount]. */
    public int startOfLine(int line) {
        return lineStarts[line - 1];
    }

    /** The characters of {@code line}, within [1, lineCount], without its line end. */
    public String line(int line) {
        int end = line < lineStarts.length ? lineStarts[line] : content.length();
        return content.substring(lineStarts[line - 1], end).stripTrailing();
    }

    /** The place from {@code start} (inclusive) to {@code end} (exclusive). */
    public Span span(int start, int end) {
        return new Span(this, start, end);
    }

    /** The whole file as text that knows where it came from. */
    public Text text() {
        return Text.of(this, 0, content.length());
    }

    @Override
    public String toString() {
        return name;
    }
}
