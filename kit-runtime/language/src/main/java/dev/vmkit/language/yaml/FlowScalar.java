package dev.vmkit.language.yaml;

import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import java.util.Optional;

/** Reads plain and quoted scalars, folding their lines (YAML 1.2.2, section 7.3). */
final class FlowScalar {
    private static final String ESCAPES = "0abt\tnvfre \"/\\N_LP";
    private static final String ESCAPED = "\0\u0007\b\t\t\n\u000B\f\r\u001B \"/\\\u0085\u00A0\u2028\u2029";

    private final String source;
    private final PlacedText text;
    private final char quote;
    private final int end;
    private int pos;

    private FlowScalar(SourceFile file, char quote, int start, int end) {
        this.source = file.content();
        this.text = new PlacedText(file);
        this.quote = quote;
        this.pos = start;
        this.end = end;
    }

    static Optional<Text> plain(SourceFile file, int start, int end) {
        return new FlowScalar(file, ' ', start, end).read();
    }

    /** {@code start} and {@code end} enclose the quotes. */
    static Optional<Text> quoted(SourceFile file, int start, int end) {
        if (end - start < 2) {
            return Optional.empty();
        }
        return new FlowScalar(file, file.content().charAt(start), start + 1, end - 1).read();
    }

    private Optional<Text> read() {
        while (pos < end) {
            char c = source.charAt(pos);
            if (Lines.isBlank(c) || Lines.isBreak(c)) {
                space();
            } else if (c == '\\' && quote == '"') {
                if (!escape()) {
                    return Optional.empty();
                }
            } else {
                text.add(c, pos);
                pos += c == '\'' && quote == '\'' ? 2 : 1;
            }
        }
        return Optional.of(text.build(end));
    }

    /** Blanks count inside a line; around a line break they are dropped with it. */
    private void space() {
        int from = pos;
        while (pos < end && Lines.isBlank(source.charAt(pos))) {
            pos++;
        }
        if (pos < end && Lines.isBreak(source.charAt(pos))) {
            fold();
        } else {
            text.addSource(from, pos);
        }
    }

    /** One line break becomes a space; of several all but the first stay. */
    private void fold() {
        int first = pos;
        pos = Lines.afterBreak(source, pos);
        if (!emptyLines()) {
            text.add(' ', first);
        }
    }

    /** Passes white space at the start of a line and keeps the breaks of empty lines; whether there were any. */
    private boolean emptyLines() {
        boolean any = false;
        while (pos < end) {
            char c = source.charAt(pos);
            if (Lines.isBreak(c)) {
                text.add('\n', pos);
                pos = Lines.afterBreak(source, pos);
                any = true;
            } else if (Lines.isBlank(c)) {
                pos++;
            } else {
                break;
            }
        }
        return any;
    }

    private boolean escape() {
        int at = pos;
        char c = pos + 1 < end ? source.charAt(pos + 1) : ' ';
        pos += 2;
        if (Lines.isBreak(c)) {
            pos = Lines.afterBreak(source, at + 1);
            emptyLines();
            return true;
        }
        int digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
        if (digits > 0) {
            return hexadecimal(at, digits);
        }
        int index = ESCAPES.indexOf(c);
        if (index >= 0) {
            text.add(ESCAPED.charAt(index), at);
        }
        return index >= 0;
    }

    private boolean hexadecimal(int at, int digits) {
        if (pos + digits > end) {
            return false;
        }
        int codePoint = (int) Long.parseLong(source, pos, pos + digits, 16);
        if (!Character.isValidCodePoint(codePoint)) {
            return false;
        }
        for (char c : Character.toChars(codePoint)) {
            text.add(c, at);
        }
        pos += digits;
        return true;
    }
}
