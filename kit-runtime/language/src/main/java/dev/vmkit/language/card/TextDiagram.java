package dev.vmkit.language.card;

import java.util.stream.Collectors;

/** Draws bit diagrams with characters, every bit at the same width so that the rows of a family line up. */
final class TextDiagram {
    private static final int MOST_BITS = 36;

    private TextDiagram() {}

    /** Columns a bit takes, or 0 if the diagram is too long to be drawn to scale. */
    private static int scale(BitDiagram diagram) {
        int bits = diagram.width();
        return bits <= 16 ? 3 : bits <= MOST_BITS ? 2 : 0;
    }

    /** The numbers of the bits, to stand above {@link #row}; empty if the diagram is not to scale. */
    static String ruler(BitDiagram diagram) {
        int scale = scale(diagram);
        return scale == 0
                ? ""
                : diagram.words().stream().map(w -> " " + numbers(w, scale)).collect(Collectors.joining(" "));
    }

    private static String numbers(BitDiagram.Word word, int scale) {
        StringBuilder numbers = new StringBuilder();
        for (int bit = word.width() - 1; bit >= 0; bit--) {
            boolean shown = scale > 2 || bit % 4 == 0 || bit == word.width() - 1;
            numbers.append("%2s".formatted(shown ? bit : "")).append(" ".repeat(scale - 2));
        }
        return numbers.toString();
    }

    static String row(BitDiagram diagram) {
        int scale = scale(diagram);
        return diagram.words().stream()
                .map(w -> scale == 0 || w.width() == 0 ? loose(w) : toScale(w, scale))
                .collect(Collectors.joining(" "));
    }

    private static String loose(BitDiagram.Word word) {
        return word.cells().stream()
                .map(c -> c.kind() == BitDiagram.Kind.IGNORED ? "-".repeat(c.width()) : c.label())
                .collect(Collectors.joining(" ", "|", "|"));
    }

    private static String toScale(BitDiagram.Word word, int scale) {
        StringBuilder row = new StringBuilder("|");
        for (BitDiagram.Cell cell : word.cells()) {
            int width = cell.width() * scale - 1;
            row.append(
                    switch (cell.kind()) {
                        case FIXED -> digits(cell.label(), scale);
                        case NAMED -> centred(fitting(cell.label(), width), width);
                        case IGNORED -> digits("-".repeat(cell.width()), scale);
                    });
            row.append('|');
        }
        return row.toString();
    }

    private static String digits(String digits, int scale) {
        String gap = " ".repeat(scale - 1);
        String spread = digits.chars().mapToObj(Character::toString).collect(Collectors.joining(gap));
        return scale == 3 ? " " + spread : spread;
    }

    /** The label, or its bits alone, or its start. */
    private static String fitting(String label, int width) {
        if (label.length() <= width) {
            return label;
        }
        int bits = label.indexOf('[');
        if (bits > 0 && label.length() - bits <= width) {
            return label.substring(bits);
        }
        return label.substring(0, width);
    }

    private static String centred(String text, int width) {
        int left = (width - text.length() + 1) / 2;
        return " ".repeat(left) + text + " ".repeat(width - text.length() - left);
    }
}
