package dev.vmkit.tools.classroom.export;

import dev.vmkit.language.card.Html;
import dev.vmkit.tools.classroom.similarity.Likeness;
import dev.vmkit.tools.classroom.statistics.CheckStatistics;
import dev.vmkit.tools.classroom.statistics.ClassResults;
import dev.vmkit.tools.classroom.statistics.Graded;
import dev.vmkit.tools.grade.report.Summary;
import java.util.List;
import java.util.Locale;

/** A class's results as a page of HTML without outside resources, for the teacher alone. */
public final class ClassPage {
    private static final String CSS = """
        :root { color-scheme: light dark; --ink: #1d2430; --faint: #5b6575; --rule: #d9dee5; --skipped: #c9ced6; }
        @media (prefers-color-scheme: dark) { :root { --ink: #dfe4ec; --faint: #9aa5b5; --rule: #3a4250; --skipped: #4a5363; }
          body { background: #171c24; } a { color: #9dbbe6; } }
        body { font: 15px/1.5 sans-serif; color: var(--ink); max-width: 60em; margin: 2em auto; padding: 0 1em; }
        h1 { margin-bottom: 0; } h2 { margin: 1.6em 0 0.4em; border-bottom: 1px solid var(--rule); } .about { color: var(--faint); }
        table { border-collapse: collapse; width: 100%; }
        td, th { text-align: left; padding: 0.3em 0.6em; border-bottom: 1px solid var(--rule); vertical-align: top; overflow-wrap: break-word; }
        .number { text-align: right; white-space: nowrap; } .note { color: var(--faint); font-size: 13px; }
        svg { width: 100%; height: auto; } svg text { font: 12px sans-serif; fill: var(--ink); }
        .bar { fill: #3a6ab5; } rect.passed { fill: #2a7f62; } rect.failed { fill: #c2703d; } rect.error { fill: #8f2a3c; }
        rect.skipped { fill: var(--skipped); } .key { font-size: 13px; } .key b { padding: 0 0.5em; margin: 0 0.3em 0 1em; }
        b.passed { background: #2a7f62; } b.failed { background: #c2703d; } b.error { background: #8f2a3c; }
        b.skipped { background: var(--skipped); }
        """;

    private final Html html = new Html();
    private final ClassResults results;

    private ClassPage(ClassResults results) {
        this.results = results;
    }

    /** The page; each submission links to its own in {@code feedback/}. */
    public static String write(ClassResults results, List<Likeness> likenesses) {
        ClassPage page = new ClassPage(results);
        page.page(likenesses);
        return page.html.toString();
    }

    private void page(List<Likeness> likenesses) {
        html.open("html", "lang", "en").open("head").declareEncoding().fitToScreen();
        html.element("title", "", results.suite() + ": the class")
                .style(CSS)
                .close()
                .line();
        html.open("body").element("h1", "", results.suite());
        html.element("p", "about", summary()).line();
        html.element("h2", "", "Points").line();
        new Plot(html).histogram(results);
        checks(results.checks());
        attention();
        likenesses(likenesses);
        submissions();
        html.close().close().line();
    }

    private String summary() {
        return String.format(
                Locale.ROOT,
                "%,d submissions; of %s points the mean is %.2f, the median %.2f.",
                results.all().size(),
                results.most(),
                results.mean(),
                results.median());
    }

    private void checks(List<CheckStatistics> checks) {
        html.element("h2", "", "Checks").line();
        new Plot(html).checks(checks);
        html.open("p", "class", "key");
        List.of("passed", "failed", "error", "skipped")
                .forEach(look -> html.element("b", look, " ").text(look.equals("error") ? "no answer" : look));
        html.close().line();
        html.open("table").line();
        heading("check", "passed", "mean of points", "tells strong from weak", "most common failures");
        checks.forEach(this::check);
        html.close().line();
        html.element(
                        "p",
                        "note",
                        "A check tells strong from weak by the correlation of its points with those of all others;"
                                + " near 0 or below, the check itself deserves a look.")
                .line();
    }

    /** With two places, and 0.00 without a sign. */
    private static String correlation(double value) {
        return String.format(Locale.ROOT, "%.2f", value).replaceFirst("^-(0\\.00)$", "$1");
    }

    private void check(CheckStatistics one) {
        html.open("tr").element("td", "", one.check().name());
        number(percent(one.passRate()));
        number(percent(one.meanShare()));
        number(one.discrimination().stream()
                .mapToObj(ClassPage::correlation)
                .findFirst()
                .orElse("–"));
        html.open("td");
        one.failures()
                .forEach(common -> html.element(
                        "div",
                        "",
                        common.count() + " × "
                                + common.example().lines().findFirst().orElse(common.key())));
        html.close().close().line();
    }

    /** What a person should look at before grades go out. */
    private void attention() {
        List<Graded> unanswered = results.unanswered();
        if (unanswered.isEmpty()) {
            return;
        }
        html.element("h2", "", "Without an answer").line();
        html.element("p", "", "These hung, died, or broke a limit at one check or more.")
                .line();
        html.open("table").line();
        unanswered.forEach(this::submission);
        html.close().line();
    }

    private void likenesses(List<Likeness> likenesses) {
        if (likenesses.isEmpty()) {
            return;
        }
        html.element("h2", "", "Alike").line();
        html.element(
                        "p",
                        "note",
                        "What many submissions have, and what all were given, is left out. What is left may still have"
                                + " an innocent reason: look at the lines, and ask.")
                .line();
        html.open("table").line();
        heading("submissions", "shared", "where");
        for (Likeness pair : likenesses) {
            html.open("tr").element("td", "", pair.one() + " and " + pair.other());
            number(percent(pair.share()));
            html.open("td");
            pair.passages().forEach(place -> html.element("div", "", place.one() + " and " + place.other()));
            html.close().close().line();
        }
        html.close().line();
    }

    private void submissions() {
        html.element("h2", "", "Submissions").line();
        html.open("table").line();
        heading("submission", "points", "checks");
        results.all().forEach(this::submission);
        html.close().line();
    }

    private void submission(Graded one) {
        html.open("tr")
                .open("td")
                .open("a", "href", Feedback.link(one.name()))
                .text(one.name())
                .close()
                .close();
        number(one.verdict().points().toString());
        html.element("td", "", Summary.counts(one.verdict())).close().line();
    }

    private void heading(String... names) {
        html.open("tr");
        for (String name : names) {
            html.element("th", "", name);
        }
        html.close().line();
    }

    private void number(String text) {
        html.element("td", "number", text);
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
