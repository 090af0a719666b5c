package dev.vmkit.language.card;

import dev.vmkit.language.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Shows a card in a terminal or a pager, at most 100 columns wide where the definition's own lines allow it. */
public final class TextCard {
    private static final int WIDTH = 100;
    private static final int SYNTAX = 26;
    private static final int WIDEST_COLUMN = 44;

    private final StringBuilder out = new StringBuilder();

    private TextCard() {}

    /** The card as lines of plain text. */
    public static String render(ReferenceCard card) {
        TextCard text = new TextCard();
        text.line(card.title().toUpperCase(Locale.ROOT));
        text.wrapped("", "", card.doc());
        text.wrapped("", "", String.join(" | ", card.facts()));
        card.sections().forEach(text::section);
        return text.out.toString();
    }

    private void line(String text) {
        out.append(Glyphs.visible(text).stripTrailing()).append('\n');
    }

    private void section(Section section) {
        line("");
        line(section.title().toUpperCase(Locale.ROOT));
        switch (section) {
            case Section.Instructions s -> instructions(s.entries());
            case Section.Diagrams s -> s.diagrams().forEach(this::diagram);
            case Section.Table s -> table(s);
            case Section.Listing s -> s.pieces().forEach(this::code);
            case Section.Opcodes s -> opcodes(s.map());
        }
    }

    private void instructions(List<InstructionEntry> entries) {
        String above = "";
        for (InstructionEntry entry : entries) {
            String ruler = TextDiagram.ruler(entry.encoding());
            if (!ruler.equals(above)) {
                line(" ".repeat(SYNTAX) + ruler);
                above = ruler;
            }
            line(padded(entry.line(), SYNTAX) + TextDiagram.row(entry.encoding()));
            wrapped("    ", "      ", (entry.semantics() + remark(entry)).strip());
        }
    }

    private static String remark(InstructionEntry entry) {
        List<String> remarks = new ArrayList<>();
        if (!entry.doc().isEmpty()) {
            remarks.add(entry.doc());
        }
        if (!entry.condition().isEmpty()) {
            remarks.add("Only where " + entry.condition() + ".");
        }
        if (entry.cycles() > 0) {
            remarks.add(entry.cycles() == 1 ? "1 cycle." : entry.cycles() + " cycles.");
        }
        return remarks.isEmpty() ? "" : "  ; " + String.join(" ", remarks);
    }

    private void diagram(Section.Named named) {
        String ruler = TextDiagram.ruler(named.diagram());
        String name = named.name();
        if (!ruler.isEmpty()) {
            line(" ".repeat(SYNTAX) + ruler);
            line(padded(name, SYNTAX) + TextDiagram.row(named.diagram()));
            name = "";
        }
        List<String> fields = named.diagram().words().stream()
                .flatMap(word -> word.cells().stream())
                .filter(c -> c.kind() == BitDiagram.Kind.NAMED)
                .map(c -> c.label() + " " + (c.width() == 1 ? c.high() : c.high() + ":" + c.low()))
                .toList();
        wrapped("  ", " ".repeat(SYNTAX), padded(name, SYNTAX - 2) + String.join(", ", fields));
    }

    private void table(Section.Table table) {
        int columns = table.heads().size();
        int[] widths = new int[columns];
        for (int c = 0; c < columns; c++) {
            int column = c;
            widths[c] = table.rows().stream()
                    .mapToInt(row -> Glyphs.width(row.get(column)))
                    .max()
                    .orElse(0);
            widths[c] = Math.min(
                    WIDEST_COLUMN, Math.max(widths[c], table.heads().get(c).length()));
        }
        if (table.heads().stream().anyMatch(head -> !head.isEmpty())) {
            row(table.heads(), widths);
        }
        table.rows().forEach(row -> row(row, widths));
    }

    private void row(List<String> cells, int[] widths) {
        StringBuilder row = new StringBuilder("  ");
        for (int c = 0; c < cells.size() - 1; c++) {
            row.append(padded(cells.get(c), widths[c] + 2));
        }
        wrapped("", " ".repeat(Math.min(row.length(), WIDTH / 2)), row + cells.getLast());
    }

    private void code(Section.Code code) {
        if (code.lines().size() == 1) {
            wrapped("  ", "      ", code.head() + ": " + code.lines().getFirst());
            return;
        }
        line("  " + code.head() + ":");
        code.lines().forEach(l -> line("    " + l));
    }

    private void opcodes(OpcodeMap map) {
        int head = Math.max(map.rowBits().size(), 2) + 2;
        int width = (WIDTH - head) / map.columns().size();
        wrapped("  ", "  ", map.legend());
        StringBuilder heads = new StringBuilder(" ".repeat(head));
        map.columns().forEach(column -> heads.append(padded(column, width)));
        line(heads.toString());
        for (OpcodeMap.Row row : map.rows()) {
            StringBuilder line = new StringBuilder(padded(row.head(), head));
            row.cells().forEach(cell -> line.append(padded(cell(cell, width - 1), width)));
            line(line.toString());
        }
    }

    private static String cell(OpcodeMap.Cell cell, int width) {
        if (cell.isUndefined()) {
            return ".";
        }
        String share = cell.percent().isEmpty() ? "" : " " + cell.percent();
        String names = Glyphs.visible(String.join(" ", cell.mnemonics()));
        if (names.length() + share.length() <= width) {
            return names + share;
        }
        return names.length() <= width ? names : names.substring(0, Math.max(0, width - 1)) + "+";
    }

    /** Words filled into lines of at most 100 columns. */
    private void wrapped(String firstIndent, String indent, String text) {
        StringBuilder line = new StringBuilder(firstIndent);
        boolean fresh = true;
        for (String word : Glyphs.visible(text).stripTrailing().split("(?<=[^ ]) (?=[^ ])")) {
            if (!fresh && Glyphs.width(line.toString()) + 1 + Glyphs.width(word) > WIDTH) {
                line(line.toString());
                line = new StringBuilder(indent);
                fresh = true;
            }
            line.append(fresh ? "" : " ").append(word);
            fresh = false;
        }
        if (!line.toString().isBlank()) {
            line(line.toString());
        }
    }

    /** Filled with blanks up to {@code width}, and always followed by one. */
    private static String padded(String text, int width) {
        String visible = Glyphs.visible(text);
        return visible + " ".repeat(Math.max(1, width - Glyphs.width(visible)));
    }
}
