package dev.vmkit.language.text;

/** A place in a file: offsets from {@code start} (inclusive) to {@code end} (exclusive). */
public record Span(SourceFile file, int start, int end) {

    public Span {
        if (start < 0 || end < start || end > file.content().length()) {
            throw new IllegalArgumentException("no place [" + start + ", " + end + ") in " + file.name());
        }
    }

    /** The line, from 1, on which the place starts. */
    public int line() {
        return file.lineAt(start);
    }

    /** The column, from 1, in which the place starts. */
    public int column() {
        return file.columnAt(start);
    }

    /** The smallest place that covers both, which must lie in one file. */
    public Span to(Span last) {
        return new Span(file, Math.min(start, last.start), Math.max(end, last.end));
    }

    /** As {@code file:line:column}. */
    @Override
    public String toString() {
        return file.name() + ":" + line() + ":" + column();
    }
}
