package dev.vmkit.testkit.mutation;

/**
 * A file of a reference with one thing changed.
 *
 * @param file its path within the reference; empty if the reference is that file
 * @param line of the change, from 1
 * @param was, became the line before and after
 * @param content all of the file
 */
public record Mutant(String file, int line, String was, String became, String content) {

    /** The file with the characters from one place to another replaced. */
    static Mutant of(String file, String content, int from, int to, String by) {
        String changed = content.substring(0, from) + by + content.substring(to);
        int line =
                (int) content.substring(0, from).chars().filter(c -> c == '\n').count();
        return new Mutant(file, line + 1, line(content, from), line(changed, from), changed);
    }

    private static String line(String content, int at) {
        int start = content.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
        int end = content.indexOf('\n', at);
        return content.substring(Math.min(start, at), end < 0 ? content.length() : end)
                .strip();
    }

    /** {@code lc3.yaml:47: dr = sr1 + sr2 -> dr = sr1 - sr2}. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + was + "\n    became: " + became;
    }
}
