package dev.vmkit.language.card;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Prints a card as one HTML page without outside resources, for A4 paper in landscape. */
public final class HtmlCard {
    private static final int MOST_IN_ONE_COLUMN = 24;

    /** Millimetres of the style sheet's columns for diagrams. */
    private static final double DIAGRAM = 124;

    private static final double DENSE_DIAGRAM = 90;
    private static final double WIDE_DIAGRAM = 245;

    private final Html html = new Html();
    private final boolean dense;
    private final HtmlDiagram encodings;

    private HtmlCard(List<InstructionEntry> entries) {
        // In two columns a long card fits on few pages.
        this.dense = entries.size() > MOST_IN_ONE_COLUMN;
        this.encodings = HtmlDiagram.toScale(
                entries.stream().map(InstructionEntry::encoding).toList(), dense ? DENSE_DIAGRAM : DIAGRAM);
    }

    /** The page. */
    public static String render(ReferenceCard card) {
        HtmlCard page = new HtmlCard(card.sections().stream()
                .flatMap(s -> s instanceof Section.Instructions i ? i.entries().stream() : Stream.empty())
                .toList());
        page.write(card);
        return page.html.toString();
    }

    private static String css() {
        try (InputStream css = HtmlCard.class.getResourceAsStream("card.css")) {
            return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(ReferenceCard card) {
        html.open("html", "lang", "en").open("head");
        html.declareEncoding()
                .element("title", "", card.title() + " reference card")
                .style(css())
                .close()
                .line();
        html.open("body");
        header(card);
        html.open("main", "class", dense ? "dense" : "").line();
        card.sections().stream().filter(Section.Instructions.class::isInstance).forEach(this::section);
        html.close().line().open("aside").line();
        card.sections().stream()
                .filter(section -> !(section instanceof Section.Instructions))
                .sorted(Comparator.comparing(HtmlCard::isNarrow))
                .forEach(this::section);
        html.close().close().close().line();
    }

    /** Sections that go into columns stand below those that need the whole width. */
    private static boolean isNarrow(Section section) {
        return section instanceof Section.Table || section instanceof Section.Listing;
    }

    private void header(ReferenceCard card) {
        html.open("header").element("h1", "", card.title());
        html.open("div", "class", "about").element("p", "doc", card.doc());
        html.open("p", "class", "facts");
        card.facts().forEach(fact -> html.element("span", "", fact));
        html.close().close().close().line();
    }

    private void section(Section section) {
        String kind = section.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        String family = section instanceof Section.Instructions s ? " " + css(s.family()) : "";
        html.open("section", "class", kind + family)
                .element("h2", "", section.title())
                .line();
        switch (section) {
            case Section.Instructions s -> s.entries().forEach(this::instruction);
            case Section.Diagrams s -> diagrams(s.diagrams());
            case Section.Table s -> table(s);
            case Section.Listing s -> s.pieces().forEach(this::code);
            case Section.Opcodes s -> opcodes(s.map());
        }
        html.close().line();
    }

    private static String css(Family family) {
        return family.name().toLowerCase(Locale.ROOT);
    }

    private void instruction(InstructionEntry entry) {
        html.open("article");
        html.open("div", "class", "syntax");
        entry.syntax().forEach(part -> html.element(part.operand() ? "i" : "b", "", part.text()));
        html.close();
        encodings.write(html, entry.encoding());
        html.open("div", "class", "does");
        if (!entry.semantics().isEmpty()) {
            html.element("code", "", entry.semantics());
        }
        html.open("p").text(entry.doc());
        if (!entry.condition().isEmpty()) {
            html.text(" Only where ").element("code", "", entry.condition()).text(".");
        }
        if (entry.cycles() > 0) {
            html.element("span", "cycles", entry.cycles() + (entry.cycles() == 1 ? " cycle" : " cycles"));
        }
        html.close().close().close().line();
    }

    private void diagrams(List<Section.Named> diagrams) {
        HtmlDiagram scale = HtmlDiagram.toScale(
                diagrams.stream().map(Section.Named::diagram).toList(), WIDE_DIAGRAM);
        for (Section.Named named : diagrams) {
            html.open("article").element("div", "syntax", named.name());
            scale.write(html, named.diagram());
            html.close().line();
        }
    }

    private void table(Section.Table table) {
        html.open("table", "class", table.heads().size() == 2 ? "pairs" : "");
        if (table.heads().stream().anyMatch(head -> !head.isEmpty())) {
            html.open("tr");
            table.heads().forEach(head -> html.element("th", "", head));
            html.close();
        }
        for (List<String> row : table.rows()) {
            html.open("tr");
            row.forEach(cell -> html.element("td", "", cell));
            html.close().line();
        }
        html.close();
    }

    private void code(Section.Code code) {
        html.open("pre").element("b", "", code.head()).line();
        for (String line : code.lines()) {
            html.text("  " + line).line();
        }
        html.close();
    }

    private void opcodes(OpcodeMap map) {
        html.element("p", "summary", "The " + map.legend() + ".");
        html.open("table", "class", "map columns" + map.columns().size())
                .open("tr")
                .element("th", "", "");
        map.columns().forEach(column -> html.element("th", "", column));
        html.close().line();
        for (OpcodeMap.Row row : map.rows()) {
            html.open("tr").element("th", "", row.head());
            row.cells().forEach(this::cell);
            html.close().line();
        }
        html.close();
    }

    private void cell(OpcodeMap.Cell cell) {
        if (cell.isUndefined()) {
            html.element("td", "undefined", "");
            return;
        }
        html.open("td", "class", cell.family().map(HtmlCard::css).orElse("mixed"));
        html.text(String.join(" ", cell.mnemonics()));
        if (!cell.percent().isEmpty()) {
            html.element("small", "", " " + cell.percent());
        }
        html.close();
    }
}
