package dev.vmkit.language.yaml;

/** Blanks and line breaks as YAML 1.2 has them (section 5.4). */
final class Lines {
    private Lines() {}

    static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    static boolean isBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** The offset behind the break at {@code at}; CR LF is one break. */
    static int afterBreak(String source, int at) {
        return source.startsWith("\r\n", at) ? at + 2 : at + 1;
    }

    /** The offset of the first break at or after {@code from}, or the end. */
    static int endOfLine(String source, int from) {
        int at = from;
        while (at < source.length() && !isBreak(source.charAt(at))) {
            at++;
        }
        return at;
    }
}
