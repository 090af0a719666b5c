package dev.vmkit.language.codec;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.Text;

/** Reads strings and character constants with their escapes. */
final class Quotes {
    private static final String ESCAPES = "n\nr\rt\t0\0b\bf\fa\u0007e\u001Bv\u000B\\\\\"\"''";

    private final Text line;
    private final StringBuilder value = new StringBuilder();
    private int at;

    /** A constant whose opening quote stands at {@code at}. */
    Quotes(Text line, int at) {
        this.line = line;
        this.at = at;
        read();
    }

    /** The characters between the quotes. */
    String value() {
        return value.toString();
    }

    /** The place after the closing quote. */
    int end() {
        return at;
    }

    private void read() {
        int start = at;
        char quote = line.value().charAt(at++);
        while (at < line.length() && line.value().charAt(at) != quote) {
            if (line.value().charAt(at) == '\\') {
                escape();
            } else {
                value.append(line.value().charAt(at++));
            }
        }
        if (at == line.length()) {
            throw mistake(start, "this " + (quote == '"' ? "string" : "character") + " has no closing quote");
        }
        at++;
        if (quote == '\'' && value.codePointCount(0, value.length()) != 1) {
            throw mistake(start, "a character constant holds one character");
        }
    }

    private void escape() {
        int start = at++;
        char kind = at < line.length() ? line.value().charAt(at) : '\0';
        int known = ESCAPES.indexOf(kind);
        if (kind == 'x') {
            hex(start);
        } else if (known >= 0 && known % 2 == 0 && at < line.length()) {
            value.append(ESCAPES.charAt(known + 1));
            at++;
        } else {
            at = Math.min(at + 1, line.length());
            throw mistake(start, "no such escape; known are \\n \\r \\t \\0 \\b \\e \\f \\a \\v \\\\ \\\" \\' \\xHH");
        }
    }

    private void hex(int start) {
        int end = Math.min(start + 4, line.length());
        String digits = line.value().substring(start + 2, end);
        at = end;
        if (!digits.matches("[0-9A-Fa-f]{2}")) {
            throw mistake(start, "\\x takes two hexadecimal digits");
        }
        value.append((char) Integer.parseInt(digits, 16));
    }

    private MistakeException mistake(int from, String message) {
        return MistakeException.of(AsmProblem.STRING, line.span(from, at), message, "");
    }
}
