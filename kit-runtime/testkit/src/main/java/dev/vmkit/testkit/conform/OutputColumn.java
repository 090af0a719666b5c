package dev.vmkit.testkit.conform;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A column of a nand2tetris comparison: {@code RAM[0]%D2.6.2} is a decimal number of six letters between two blanks on
 * either side.
 *
 * @param format {@code B}, {@code D}, {@code X}, or {@code S} for text
 */
record OutputColumn(String name, char format, int left, int length, int right) {
    private static final Pattern COLUMN = Pattern.compile(
            "(?<name>[^%]{1,100})%(?<format>[BDSX])(?<left>\\d{1,2})\\.(?<length>\\d{1,2})\\.(?<right>\\d{1,2})");

    private static final int WORD = 0xFFFF;

    /** A column as a script writes it, if it is one. */
    static Optional<OutputColumn> parse(String written) {
        Matcher matcher = COLUMN.matcher(written);
        return matcher.matches()
                ? Optional.of(new OutputColumn(
                        matcher.group("name"),
                        matcher.group("format").charAt(0),
                        Integer.parseInt(matcher.group("left")),
                        Integer.parseInt(matcher.group("length")),
                        Integer.parseInt(matcher.group("right"))))
                : Optional.empty();
    }

    /** Letters and blanks together. */
    int width() {
        return left + length + right;
    }

    /** The name in the first line: in the middle, and cut off if it is too long. */
    String head() {
        String shown = name.substring(0, Math.min(name.length(), width()));
        int before = (width() - shown.length()) / 2;
        return " ".repeat(before) + shown + " ".repeat(width() - shown.length() - before);
    }

    /** A number in the column. */
    String cell(long value) {
        String text = switch (format) {
            case 'B' -> digits(Long.toBinaryString(value & WORD));
            case 'X' -> digits(Long.toHexString(value & WORD).toUpperCase(java.util.Locale.ROOT));
            default -> Long.toString((short) value);
        };
        return " ".repeat(left) + " ".repeat(Math.max(0, length - text.length())) + text + " ".repeat(right);
    }

    /** A text in the column. */
    String cell(String text) {
        return " ".repeat(left) + text + " ".repeat(Math.max(0, length - text.length()) + right);
    }

    private String digits(String all) {
        String padded = "0".repeat(Math.max(0, length - all.length())) + all;
        return padded.substring(padded.length() - length);
    }
}
