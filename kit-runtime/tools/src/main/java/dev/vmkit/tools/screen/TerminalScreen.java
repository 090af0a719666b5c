package dev.vmkit.tools.screen;

import dev.vmkit.api.Surface.Picture;
import java.util.ArrayList;
import java.util.List;

/**
 * Pictures at the top of a terminal, one below another, and below them the lines that the terminal goes on scrolling. What is
 * drawn is what has changed since.
 */
public final class TerminalScreen {
    /** Lines that are left for text. */
    private static final int TEXT = 4;

    private final Drawing drawing;
    private final int columns;
    private final int rows;
    private List<String> drawn = List.of();

    /**
     * A screen on an empty terminal.
     *
     * @param columns, rows of letters
     */
    public TerminalScreen(Drawing drawing, int columns, int rows) {
        this.drawing = drawing;
        this.columns = columns;
        this.rows = rows;
    }

    /** What to write to the terminal so that it shows these pictures. */
    public String show(List<Picture> pictures) {
        List<String> lines = lines(pictures);
        StringBuilder text = new StringBuilder();
        if (lines.size() != drawn.size()) {
            text.append(cleared(lines.size()));
            drawn = List.of();
        }
        text.append("\0337"); // the guest's text goes on where it was
        for (int i = 0; i < lines.size(); i++) {
            if (drawn.isEmpty() || !lines.get(i).equals(drawn.get(i))) {
                text.append("\033[").append(i + 1).append(";1H").append(lines.get(i));
            }
        }
        drawn = lines;
        return text.append("\0338").toString();
    }

    /** An empty terminal without a cursor, whose lines scroll below the pictures only. */
    private String cleared(int lines) {
        return "\033[?25l\033[r\033[2J\033[%d;%dr\033[%d;1H".formatted(lines + 1, rows, lines + 1);
    }

    /** What to write so that the terminal is as others expect it. */
    public String end() {
        return "\033[r\033[%d;1H\033[?25h\n".formatted(rows);
    }

    private List<String> lines(List<Picture> pictures) {
        List<String> lines = new ArrayList<>();
        int each = Math.max(1, (rows - TEXT) / Math.max(1, pictures.size()));
        for (Picture picture : pictures) {
            lines.addAll(drawing.lines(picture, columns, each));
        }
        return lines;
    }
}
