package dev.vmkit.tools.grade.report;

import dev.vmkit.testkit.judge.Verdict;

/** How a verdict can be written. */
public enum Format {
    /** For a person at a terminal. */
    TEXT,
    /** Gradescope's results.json; shows to whom what is visible by itself. */
    GRADESCOPE,
    /** JUnit's XML, for continuous integration. */
    JUNIT,
    /** All of it, as {@link VerdictJson} reads it again. */
    JSON,
    /** For the summary of a pull request or a job. */
    MARKDOWN,
    /** A page without outside resources. */
    HTML;

    /** The verdict as this audience may see it. */
    public String write(Verdict verdict, Audience audience, Ink ink) {
        Verdict seen = audience.seen(verdict);
        return switch (this) {
            case TEXT -> new TextReport(ink).write(seen);
            case GRADESCOPE -> GradescopeJson.of(verdict).pretty();
            case JUNIT -> JunitXml.write(seen);
            case JSON -> VerdictJson.of(seen).pretty();
            case MARKDOWN -> MarkdownReport.write(seen);
            case HTML -> HtmlReport.write(seen);
        };
    }
}
