package dev.vmkit.testkit.example;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a line of a program promises. */
sealed interface Expectation {
    /** The line, from 1, on which it stands. */
    int line();

    /** At the end a register, field or word of memory has a value: {@code expect: mem[count] = 0}. */
    record Value(int line, String place, String value) implements Expectation {}

    /** The program is not assembled, and a message on this line contains the text: {@code error: undefined label}. */
    record Error(int line, String text) implements Expectation {}

    Pattern EXPECT = Pattern.compile("\\bexpect:\\s*(.+?)\\s*=\\s*(.+?)\\s*$");
    Pattern ERROR = Pattern.compile("\\berror:\\s*(.+?)\\s*$");

    /** All that the lines of a source promise. */
    static List<Expectation> of(String source) {
        List<Expectation> all = new ArrayList<>();
        List<String> lines = source.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            of(i + 1, lines.get(i)).ifPresent(all::add);
        }
        return all;
    }

    private static Optional<Expectation> of(int number, String line) {
        Matcher value = EXPECT.matcher(line);
        if (value.find()) {
            return Optional.of(new Value(number, value.group(1), value.group(2)));
        }
        Matcher error = ERROR.matcher(line);
        return error.find() ? Optional.of(new Error(number, error.group(1))) : Optional.empty();
    }
}
