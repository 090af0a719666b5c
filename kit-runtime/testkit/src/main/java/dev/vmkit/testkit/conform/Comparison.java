package dev.vmkit.testkit.conform;

import java.util.ArrayList;
import java.util.List;

/**
 * What a program left, line by line, against what a file beside it says.
 *
 * @param subject what is compared, for people
 * @param line what a line of it is called
 * @param first the number of the first line
 * @param otherwise introduces the lines where there is nothing to compare them with
 */
record Comparison(String subject, String line, int first, String otherwise) {
    private static final int MOST_LINES = 64;

    /** As many lines as people care to read. */
    static List<String> shown(List<String> lines) {
        return lines.subList(0, Math.min(lines.size(), MOST_LINES));
    }

    /** Lines of a text; white space at its end does not count. */
    static List<String> lines(String text) {
        return text.stripTrailing().lines().toList();
    }

    FileResult of(Material material, Beside expected, List<String> found, String detail) {
        if (expected.text().isEmpty()) {
            List<String> lines = new ArrayList<>(shown(found));
            lines.addFirst("there is no '" + expected.name() + "' to compare with; " + otherwise);
            return FileResult.failed(material.name(), subject, lines, detail);
        }
        List<String> wanted = lines(expected.text().get());
        return wanted.equals(found)
                ? FileResult.passed(material.name(), detail)
                : FileResult.failed(material.name(), subject, differences(wanted, found), detail);
    }

    private List<String> differences(List<String> wanted, List<String> found) {
        List<String> differences = new ArrayList<>();
        for (int i = 0; i < Math.max(wanted.size(), found.size()); i++) {
            String expected = i < wanted.size() ? wanted.get(i) : "nothing more";
            String there = i < found.size() ? found.get(i) : "nothing more";
            if (!expected.equals(there) && differences.size() < 2 * FileResult.MOST_SHOWN) {
                differences.add(line + " " + (first + i) + " expected " + expected);
                differences.add(line + " " + (first + i) + " found    " + there);
            }
        }
        return differences;
    }
}
