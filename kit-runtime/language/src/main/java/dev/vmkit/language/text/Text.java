package dev.vmkit.language.text;

import java.util.Arrays;

/**
 * Characters that know where they came from, one by one: the value of a YAML scalar after folding and unescaping, of
 * which each character still points at its place in the file.
 */
public final class Text {
    private final SourceFile file;
    private final String value;
    private final int[] offsets;

    /**
     * Characters with the offset of each in {@code file}.
     *
     * @param offsets one more than {@code value} has characters; the last one is where the text ends
     */
    public Text(SourceFile file, String value, int[] offsets) {
        if (offsets.length != value.length() + 1) {
            throw new IllegalArgumentException("one offset a character and one for the end");
        }
        this.file = file;
        this.value = value;
        this.offsets = offsets.clone();
    }

    /** A stretch of a file as it stands. */
    public static Text of(SourceFile file, int start, int end) {
        int[] offsets = new int[end - start + 1];
        Arrays.setAll(offsets, i -> start + i);
        return new Text(file, file.content().substring(start, end), offsets);
    }

    /** Text that stands in no file, for values the kit makes itself. */
    public static Text synthetic(String origin, String value) {
        return new SourceFile(origin, value).text();
    }

    public String value() {
        return value;
    }

    public int length() {
        return value.length();
    }

    /** The place of the whole text. */
    public Span span() {
        return span(0, value.length());
    }

    /** The place of the characters from {@code from} (inclusive) to {@code to} (exclusive). */
    public Span span(int from, int to) {
        int start = offsets[from];
        int end = to > from ? offsets[to - 1] + 1 : start;
        return new Span(
                file, start, Math.max(start, Math.min(end, file.content().length())));
    }

    /** The characters from {@code from} (inclusive) to {@code to} (exclusive). */
    public Text part(int from, int to) {
        return new Text(file, value.substring(from, to), Arrays.copyOfRange(offsets, from, to + 1));
    }

    /** Other characters that stand for these: all of them point at where these begin. */
    public Text standingFor(String other) {
        int[] places = new int[other.length() + 1];
        Arrays.fill(places, offsets[0]);
        return new Text(file, other, places);
    }

    /** Without white space at both ends. */
    public Text strip() {
        int from = value.length() - value.stripLeading().length();
        int to = Math.max(from, value.stripTrailing().length());
        return part(from, to);
    }

    @Override
    public String toString() {
        return value;
    }
}
