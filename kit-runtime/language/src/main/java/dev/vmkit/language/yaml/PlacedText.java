package dev.vmkit.language.yaml;

import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import java.util.Arrays;

/** Gathers characters with their places. */
final class PlacedText {
    private final SourceFile file;
    private final StringBuilder value = new StringBuilder();
    private int[] offsets = new int[32];

    PlacedText(SourceFile file) {
        this.file = file;
    }

    /** A character that stands at {@code offset}, or in whose stead something stands there. */
    void add(char c, int offset) {
        if (value.length() + 1 == offsets.length) {
            offsets = Arrays.copyOf(offsets, 2 * offsets.length);
        }
        offsets[value.length()] = offset;
        value.append(c);
    }

    /** The source's characters as they stand. */
    void addSource(int from, int to) {
        for (int i = from; i < to; i++) {
            add(file.content().charAt(i), i);
        }
    }

    /** The text, which ends at {@code end}. */
    Text build(int end) {
        offsets[value.length()] = end;
        return new Text(file, value.toString(), Arrays.copyOf(offsets, value.length() + 1));
    }
}
