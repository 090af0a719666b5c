package dev.vmkit.tools.lab;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opens the gaps of one file of a solution. In
 *
 * <pre>{@code
 * # gap: Add what the operand says.
 * ADD: { encode: "0010 n", do: "A = A + n" }
 * # instead
 * # ADD: { encode: "0010 n", do: "" }
 * # end gap
 * }</pre>
 *
 * <p>what is left is the comment {@code # Add what the operand says.} and the line that is a comment in the solution. A gap
 * without words and without {@code instead} leaves nothing.
 */
final class Gaps {
    private static final Pattern BEGIN = Pattern.compile("(\\s*(?:#|;|//) )gap(?:: (.*))?");
    private static final String INSTEAD = "instead";
    private static final String END = "end gap";

    private final SourceFile file;
    private final StringBuilder starter = new StringBuilder();
    private int opened;
    private String mark = "";
    private boolean instead;

    private Gaps(SourceFile file) {
        this.file = file;
    }

    /** The file as students get it; a {@link MistakeException} if a gap is not marked as it has to be. */
    static String opened(SourceFile solution) {
        return new Gaps(solution).open();
    }

    private String open() {
        int lines = file.lineCount() - (file.content().endsWith("\n") ? 1 : 0);
        for (int line = 1; line <= lines; line++) {
            take(line, file.line(line));
        }
        if (opened > 0) {
            throw mistake(opened, "this gap has no end", "write '" + mark.strip() + " " + END + "' behind it");
        }
        return starter.toString();
    }

    private void take(int line, String text) {
        Matcher begin = BEGIN.matcher(text);
        if (begin.matches()) {
            begin(line, begin);
        } else if (isMark(text, END)) {
            requireOpen(line, END);
            opened = 0;
        } else if (isMark(text, INSTEAD)) {
            requireOpen(line, INSTEAD);
            instead = true;
        } else if (opened == 0) {
            keep(text);
        } else if (instead) {
            keep(withoutMark(line, text));
        }
    }

    private void begin(int line, Matcher begin) {
        if (opened > 0) {
            throw mistake(line, "this gap lies in another one", "end the one of line " + opened + " before");
        }
        opened = line;
        instead = false;
        mark = begin.group(1);
        if (begin.group(2) != null) {
            keep(mark + begin.group(2));
        }
    }

    private static boolean isMark(String text, String word) {
        return text.matches("\\s*(#|;|//) " + word);
    }

    private void requireOpen(int line, String word) {
        if (opened == 0) {
            throw mistake(line, "'" + word + "' stands in no gap", "");
        }
    }

    /** What a comment says, at its place. */
    private String withoutMark(int line, String text) {
        String bare = mark.stripTrailing();
        if (text.startsWith(mark)) {
            return mark.substring(0, mark.indexOf(mark.strip())) + text.substring(mark.length());
        }
        if (text.equals(bare)) {
            return "";
        }
        throw mistake(line, "what students find in the gap is a comment here", "start the line with '" + mark + "'");
    }

    private void keep(String text) {
        starter.append(text).append('\n');
    }

    private MistakeException mistake(int line, String message, String hint) {
        int start = file.startOfLine(line);
        return MistakeException.of(
                LabProblem.GAP, file.span(start, start + file.line(line).length()), message, hint);
    }
}
