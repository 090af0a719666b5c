package dev.vmkit.language.yaml;

import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads literal and folded block scalars (YAML 1.2.2, section 8.1). */
final class BlockScalar {
    /** Behind the indentation: where the line's content starts and ends, and whether a break ends the line. */
    private record Line(int start, int end, boolean broken) {
        boolean isEmpty() {
            return start == end;
        }
    }

    private final SourceFile file;
    private final String source;
    private final int end;
    private final boolean folded;
    private char chomping = ' ';
    private int indicator;
    private int body;

    private BlockScalar(SourceFile file, int start, int end) {
        this.file = file;
        this.source = file.content();
        this.end = end;
        this.folded = source.charAt(start) == '>';
        readHeader(start + 1);
    }

    private void readHeader(int from) {
        int eol = Lines.endOfLine(source, from);
        int at = from;
        for (; at < eol && "+-123456789".indexOf(source.charAt(at)) >= 0; at++) {
            char c = source.charAt(at);
            if (Character.isDigit(c)) {
                indicator = c - '0';
            } else {
                chomping = c;
            }
        }
        body = eol < source.length() ? Lines.afterBreak(source, eol) : eol;
    }

    /** The text between the header's first character and {@code end}, if it can be read as {@code value}. */
    static Optional<Text> read(SourceFile file, int start, int end, String value) {
        BlockScalar scalar = new BlockScalar(file, start, end);
        if (scalar.indicator == 0) {
            return Optional.of(scalar.read(scalar.detectIndentation()));
        }
        // An indentation given in the header adds to the parent's, which cannot be seen from here: try all.
        for (int parent = 0; parent <= TreeBuilder.DEEPEST; parent++) {
            Text text = scalar.read(scalar.indicator + parent);
            if (text.value().equals(value)) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /** The indentation of the first line that is not empty. */
    private int detectIndentation() {
        for (Line line : lines(Integer.MAX_VALUE)) {
            if (!line.isEmpty()) {
                return line.start() - startOfLine(line.start());
            }
        }
        return Integer.MAX_VALUE;
    }

    private int startOfLine(int at) {
        int start = at;
        while (start > body && !Lines.isBreak(source.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private List<Line> lines(int indentation) {
        List<Line> lines = new ArrayList<>();
        int at = body;
        while (at < end) {
            int eol = Lines.endOfLine(source, at);
            int start = at;
            while (start < eol && start - at < indentation && source.charAt(start) == ' ') {
                start++;
            }
            boolean broken = eol < source.length();
            lines.add(new Line(start, eol, broken));
            at = broken ? Lines.afterBreak(source, eol) : eol;
        }
        return lines;
    }

    private Text read(int indentation) {
        List<Line> lines = lines(indentation);
        PlacedText text = new PlacedText(file);
        int last = lines.size() - 1;
        while (last >= 0 && lines.get(last).isEmpty()) {
            last--;
        }
        for (int i = 0; i < last; i++) {
            text.addSource(lines.get(i).start(), lines.get(i).end());
            addBreak(text, lines, i);
        }
        int textEnd = addEnd(text, lines, last);
        return text.build(textEnd);
    }

    /** The break behind line {@code i}, which is not the last one with content. */
    private void addBreak(PlacedText text, List<Line> lines, int i) {
        Line line = lines.get(i);
        if (!folded || line.isEmpty() || indented(line)) {
            text.add('\n', line.end());
            return;
        }
        int next = i + 1;
        while (lines.get(next).isEmpty()) {
            next++;
        }
        if (indented(lines.get(next))) {
            text.add('\n', line.end());
        } else if (next == i + 1) {
            text.add(' ', line.end());
        }
    }

    private boolean indented(Line line) {
        return Lines.isBlank(source.charAt(line.start()));
    }

    /** The last line with content and, unless chomped, the breaks behind it. */
    private int addEnd(PlacedText text, List<Line> lines, int last) {
        int at = body;
        if (last >= 0) {
            Line line = lines.get(last);
            text.addSource(line.start(), line.end());
            at = line.end();
            if (chomping != '-' && line.broken()) {
                text.add('\n', at);
            }
        }
        for (int i = last + 1; chomping == '+' && i < lines.size(); i++) {
            if (lines.get(i).broken()) {
                text.add('\n', lines.get(i).end());
                at = lines.get(i).end();
            }
        }
        return at;
    }
}
