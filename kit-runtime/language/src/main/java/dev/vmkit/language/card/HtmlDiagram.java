package dev.vmkit.language.card;

import java.util.List;
import java.util.Locale;

/** Draws bit diagrams with numbered corners, all to one scale. */
final class HtmlDiagram {
    private static final int FEWEST_BITS = 16;
    private static final int MOST_BITS = 48;
    /** What a word of no fixed size (LEB128) is drawn as. */
    private static final int LOOSE = 8;

    /** Millimetres that a character of a label takes, in the style sheet's size and in its tight one. */
    private static final double CHARACTER = 1.6;

    private static final double TIGHT_CHARACTER = 1.15;

    private final int bitsPerLine;
    private final double millimetres;

    private HtmlDiagram(int bitsPerLine, double millimetres) {
        this.bitsPerLine = bitsPerLine;
        this.millimetres = millimetres;
    }

    /** A scale at which the longest of these fills a line of that many millimetres. */
    static HtmlDiagram toScale(List<BitDiagram> diagrams, double millimetres) {
        int longest = diagrams.stream()
                .flatMap(d -> d.words().stream())
                .mapToInt(HtmlDiagram::bits)
                .max()
                .orElse(0);
        int all = diagrams.stream()
                .mapToInt(HtmlDiagram::bits)
                .filter(bits -> bits <= MOST_BITS)
                .max()
                .orElse(0);
        return new HtmlDiagram(Math.max(FEWEST_BITS, Math.max(longest, all)), millimetres);
    }

    private static int bits(BitDiagram diagram) {
        return diagram.words().stream().mapToInt(HtmlDiagram::bits).sum();
    }

    private static int bits(BitDiagram.Word word) {
        return word.width() == 0 ? LOOSE : word.width();
    }

    void write(Html html, BitDiagram diagram) {
        html.open("div", "class", "bits");
        scaleOf(diagram).words(html, diagram);
        html.close();
    }

    /** A word that stands alone fills the line, so that 16-bit forms among 32-bit ones stay legible. */
    private HtmlDiagram scaleOf(BitDiagram diagram) {
        boolean alone = diagram.words().size() == 1 && bits(diagram) >= FEWEST_BITS;
        return alone ? new HtmlDiagram(bits(diagram), millimetres) : this;
    }

    private void words(Html html, BitDiagram diagram) {
        diagram.words().forEach(word -> word(html, word));
    }

    private void word(Html html, BitDiagram.Word word) {
        String percent = String.format(Locale.ROOT, "%.2f%%", 100.0 * bits(word) / bitsPerLine);
        html.open("div", "class", word.width() == 0 ? "word loose" : "word", "style", "flex: 0 1 " + percent);
        for (BitDiagram.Cell cell : word.cells()) {
            int bits = word.width() == 0 ? LOOSE : cell.width();
            html.open("div", "class", "cell " + style(cell), "style", "flex: " + bits + " " + bits + " 0");
            corners(html, cell, word.width() > 0);
            label(html, cell, millimetres * bits / bitsPerLine);
            html.close();
        }
        html.close();
    }

    private static String style(BitDiagram.Cell cell) {
        return switch (cell.kind()) {
            case FIXED -> "fixed";
            case NAMED -> "named";
            case IGNORED -> "ignored";
        };
    }

    /** The numbers of the first and the last bit, if they have numbers. */
    private static void corners(Html html, BitDiagram.Cell cell, boolean numbered) {
        html.open("div", "class", "corners");
        html.element("span", "", numbered ? Integer.toString(cell.high()) : "\u00A0");
        if (cell.width() > 1) {
            html.element("span", "", Integer.toString(cell.low()));
        }
        html.close();
    }

    private static void label(Html html, BitDiagram.Cell cell, double room) {
        if (cell.kind() == BitDiagram.Kind.FIXED) {
            html.open("div", "class", "label");
            List<String> digits =
                    cell.label().chars().mapToObj(Character::toString).toList();
            digits.forEach(digit -> html.element("span", "", digit));
            html.close();
            return;
        }
        boolean tight = cell.label().length() * CHARACTER > room;
        html.element("div", tight ? "label tight" : "label", tight ? fitting(cell.label(), room) : cell.label());
    }

    /** The label, or its bits alone if there is no room for the name. */
    private static String fitting(String label, double room) {
        int bits = label.indexOf('[');
        return bits > 0 && label.length() * TIGHT_CHARACTER > room ? label.substring(bits) : label;
    }
}
