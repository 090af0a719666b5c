package dev.vmkit.tools.analysis;

import dev.vmkit.language.card.Html;
import dev.vmkit.tools.analysis.Page.Row;
import dev.vmkit.tools.analysis.Page.Section;
import dev.vmkit.tools.analysis.Page.Shown;

/** The page as HTML without outside resources. */
public final class HtmlReport {
    private static final String CSS = """
        body { font: 15px/1.45 sans-serif; color: #1d2430; max-width: 60em; margin: 2em auto; padding: 0 1em; }
        h1 { margin-bottom: 0; } h2 { margin: 1.6em 0 0.2em; border-bottom: 1px solid #b9c1cc; }
        .about, .doc, .note { color: #5b6575; } .yes b { color: #1f6f5c; } .no b { color: #a3262a; }
        dt { margin-top: 0.8em; } dd { margin-left: 1.5em; }
        code, pre { font: 13px/1.45 monospace; } pre { background: #f4f6f8; padding: 0.5em 0.8em; white-space: pre-wrap; }
        """;

    private final Html html = new Html();

    private HtmlReport() {}

    public static String render(Page page) {
        HtmlReport report = new HtmlReport();
        report.write(page);
        return report.html.toString();
    }

    private void write(Page page) {
        html.open("html", "lang", "en").open("head");
        html.declareEncoding()
                .element("title", "", page.title() + ": virtualizability")
                .style(CSS)
                .close()
                .line();
        html.open("body").element("h1", "", page.title()).line();
        html.element("p", "doc", page.doc()).line();
        html.element("h2", "", page.situation()).line();
        for (Page.Statement statement : page.verdict()) {
            html.open("p", "class", statement.holds() ? "yes" : "no");
            html.element("b", "", (statement.holds() ? "yes: " : "no: ") + statement.theorem());
            html.text(". " + statement.text() + ".").close().line();
        }
        page.sections().forEach(this::section);
        html.element("h2", "", "What this does not say").open("ul").line();
        page.caveats().forEach(caveat -> html.element("li", "", caveat).line());
        html.close().close().close().line();
    }

    private void section(Section section) {
        html.element("h2", "", section.title())
                .element("p", "about", section.about())
                .line();
        html.open("dl").line();
        section.rows().forEach(this::row);
        html.close().line();
    }

    private void row(Row row) {
        html.open("dt").element("code", "", row.what()).text(": " + row.classes());
        html.element("span", "note", row.note().isEmpty() ? "" : "; " + row.note())
                .close()
                .line();
        for (Shown shown : row.shown()) {
            html.open("dd").text(shown.claim());
            html.open("pre");
            html.text(shown.instruction().isEmpty() ? "" : shown.instruction() + "\n");
            html.text(String.join("\n", shown.story())).close().close().line();
        }
    }
}
