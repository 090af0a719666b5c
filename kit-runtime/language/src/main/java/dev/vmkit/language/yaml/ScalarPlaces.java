package dev.vmkit.language.yaml;

import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the place of every character of a scalar by reading its source again: the parser tells only where it starts and
 * ends. What is read must come out as the parser's value; where it does not, every character gets the scalar's start.
 */
final class ScalarPlaces {
    private ScalarPlaces() {}

    /** The scalar that the parser found between {@code start} and {@code end} and whose value is {@code value}. */
    static YamlScalar of(SourceFile file, int start, int end, String value) {
        char first = start < end ? file.content().charAt(start) : ' ';
        Optional<Text> text = switch (first) {
            case '\'', '"' -> FlowScalar.quoted(file, start, end);
            case '|', '>' -> BlockScalar.read(file, start, end, value);
            case '&', '!' -> Optional.empty();
            default -> FlowScalar.plain(file, start, end);
        };
        Text placed = text.filter(t -> t.value().equals(value)).orElseGet(() -> atStart(file, start, value));
        return new YamlScalar(placed, "'\"|>".indexOf(first) >= 0);
    }

    private static Text atStart(SourceFile file, int start, String value) {
        int[] offsets = new int[value.length() + 1];
        Arrays.fill(offsets, start);
        return new Text(file, value, offsets);
    }
}
