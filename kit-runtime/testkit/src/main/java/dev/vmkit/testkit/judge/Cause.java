package dev.vmkit.testkit.judge;

import java.util.stream.Collectors;

/**
 * Why a check did not pass, for the student.
 *
 * @param rationale what is wrong, in words of the field; one or more lines
 * @param expected values that should have come out, may be empty; several lines for several values
 * @param actual what came out instead, line by line as in {@code expected}
 * @param key the same for failures that are alike, such as {@code R0} or {@code K204}; for statistics
 */
public record Cause(String rationale, String expected, String actual, String key) {
    private static final int MOST = 8_000;
    private static final int MOST_KEY = 200;

    /** Cuts what is too long to be read: answers may have millions of characters. */
    public Cause {
        rationale = cut(rationale, MOST);
        expected = cut(expected, MOST);
        actual = cut(actual, MOST);
        key = cut(key, MOST_KEY);
    }

    private static String cut(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, most) + "... (" + (text.length() - most) + " more characters)";
    }

    /** In one line: what is wrong, and of a mistake where. */
    String brief() {
        return rationale.lines().limit(2).map(String::strip).collect(Collectors.joining(" "));
    }

    /** A cause with nothing to compare. */
    public static Cause of(String rationale, String key) {
        return new Cause(rationale, "", "", key);
    }
}
