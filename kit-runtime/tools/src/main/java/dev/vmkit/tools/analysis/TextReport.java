package dev.vmkit.tools.analysis;

import dev.vmkit.tools.analysis.Page.Row;
import dev.vmkit.tools.analysis.Page.Section;
import dev.vmkit.tools.analysis.Page.Shown;
import dev.vmkit.tools.analysis.Page.Statement;

/** The page as text of 100 columns. */
public final class TextReport {
    private static final int WIDTH = 100;

    private final StringBuilder out = new StringBuilder();
    private final boolean witnesses;

    private TextReport(boolean witnesses) {
        this.witnesses = witnesses;
    }

    /** @param witnesses whether to show the states */
    public static String render(Page page, boolean witnesses) {
        TextReport report = new TextReport(witnesses);
        report.write(page);
        return report.out.toString();
    }

    private void write(Page page) {
        paragraph(page.title() + (page.doc().isEmpty() ? "" : ": " + page.doc()), "");
        out.append('\n');
        paragraph(page.situation(), "");
        for (Statement statement : page.verdict()) {
            paragraph(
                    (statement.holds() ? "yes  " : "no   ") + statement.theorem() + ": " + statement.text(), "       ");
        }
        page.sections().forEach(this::section);
        out.append("\nWhat this does not say\n");
        page.caveats().forEach(caveat -> paragraph("- " + caveat, "  "));
    }

    private void section(Section section) {
        out.append('\n');
        paragraph(section.title() + ": " + section.about(), "");
        section.rows().forEach(this::row);
    }

    private void row(Row row) {
        paragraph("  " + row.what() + ": " + row.classes() + (row.note().isEmpty() ? "" : "; " + row.note()), "      ");
        if (witnesses) {
            row.shown().forEach(this::shown);
        }
    }

    private void shown(Shown shown) {
        paragraph(
                "      " + shown.claim() + (shown.instruction().isEmpty() ? "" : ": " + shown.instruction()),
                "        ");
        shown.story().forEach(line -> paragraph("        " + line, "          "));
    }

    /** Breaks a paragraph between words; all lines but the first begin with {@code indent}. */
    private void paragraph(String text, String indent) {
        int start = text.length() - text.stripLeading().length();
        StringBuilder line = new StringBuilder(text.substring(0, start));
        boolean empty = true;
        for (String word : text.substring(start).split(" ")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                out.append(line).append('\n');
                line = new StringBuilder(indent);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        out.append(line).append('\n');
    }
}
