package dev.vmkit.tools.grade.report;

import dev.vmkit.language.card.Html;
import dev.vmkit.language.text.Glyphs;
import dev.vmkit.testkit.judge.Cause;
import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Replay;
import dev.vmkit.testkit.judge.Status;
import dev.vmkit.testkit.judge.Verdict;
import java.util.Locale;
import java.util.stream.Collectors;

/** A verdict as a page of HTML without outside resources. */
public final class HtmlReport {
    private static final String CSS = """
        :root { color-scheme: light dark; --ink: #1d2430; --faint: #5b6575; --rule: #d9dee5; --box: #f4f6f8;
          --good: #1f6f5c; --bad: #a3262a; --open: #7a6000; --tip: #34527a; }
        @media (prefers-color-scheme: dark) { :root { --ink: #dfe4ec; --faint: #9aa5b5; --rule: #3a4250; --box: #232a35;
          --good: #5fc4a6; --bad: #f08a8d; --open: #d8bd5a; --tip: #9dbbe6; } body { background: #171c24; } }
        body { font: 15px/1.5 sans-serif; color: var(--ink); max-width: 54em; margin: 2em auto; padding: 0 1em; }
        h1 { margin-bottom: 0; } .about, .origin { color: var(--faint); } .origin { font-size: 13px; }
        .score { font-size: 22px; margin: 0.6em 0; } table { border-collapse: collapse; width: 100%; }
        td, th { text-align: left; padding: 0.35em 0.6em; border-bottom: 1px solid var(--rule); vertical-align: top; }
        td td { border-bottom: 0; } .name { font-weight: bold; }
        td.points, th.points { text-align: right; white-space: nowrap; }
        .passed { color: var(--good); } .failed, .error { color: var(--bad); } .skipped { color: var(--open); }
        .word { font-weight: bold; white-space: nowrap; } .hint, .remark { color: var(--tip); }
        pre { font: 13px/1.45 monospace; background: var(--box); padding: 0.5em 0.8em; white-space: pre-wrap; margin: 0.4em 0;
          overflow-wrap: anywhere; }
        """;

    private final Html html = new Html();

    private HtmlReport() {}

    static String write(Verdict verdict) {
        HtmlReport report = new HtmlReport();
        report.page(verdict);
        return report.html.toString();
    }

    private void page(Verdict verdict) {
        html.open("html", "lang", "en").open("head").declareEncoding().fitToScreen();
        html.element("title", "", verdict.suite() + ": " + Summary.points(verdict))
                .style(CSS);
        html.close().line().open("body").line();
        html.element("h1", "", verdict.suite())
                .element("p", "about", verdict.about())
                .line();
        html.element("p", "score " + (verdict.passed() ? "passed" : "failed"), Summary.points(verdict))
                .line();
        html.element("p", "", Summary.counts(verdict) + ".").line();
        html.open("table").line().open("tr");
        html.element("th", "", "")
                .element("th", "", "check")
                .element("th", "points", "points")
                .close()
                .line();
        verdict.checks().forEach(this::row);
        html.close().line();
        verdict.remarks().forEach(remark -> html.element("p", "remark", remark).line());
        html.element("p", "origin", Summary.origin(verdict)).close().close().line();
    }

    private void row(CheckResult check) {
        html.open("tr");
        html.element("td", "word " + check.status().name().toLowerCase(Locale.ROOT), Summary.word(check));
        html.open("td").element("div", check.status() == Status.PASSED ? "" : "name", check.name());
        if (check.status() != Status.PASSED) {
            check.cause().ifPresent(this::cause);
            html.element("div", "hint", check.hint().isEmpty() ? "" : "Hint: " + check.hint());
            check.replay().ifPresent(this::replay);
        }
        html.close().element("td", "points", Summary.points(check)).close().line();
    }

    private void cause(Cause cause) {
        if (cause.rationale().contains("\n")) {
            html.open("pre");
            preformatted(cause.rationale());
            html.close();
        } else {
            html.element("div", "", Glyphs.visible(cause.rationale()));
        }
        if (!cause.expected().isEmpty() || !cause.actual().isEmpty()) {
            html.open("table").open("tr");
            column("expected", cause.expected());
            column("actual", cause.actual());
            html.close().close();
        }
    }

    private void column(String title, String text) {
        if (!text.isEmpty()) {
            html.open("td").element("b", "", title).open("pre");
            preformatted(text);
            html.close().close();
        }
    }

    private void replay(Replay replay) {
        html.open("details").element("summary", "", "See it: " + replay.command() + " -p SUBMISSION");
        replay.files().forEach((name, text) -> {
            html.element("div", "", name).open("pre");
            preformatted(text);
            html.close();
        });
        html.close();
    }

    private void preformatted(String text) {
        for (String line : Explanation.lines(text).collect(Collectors.toList())) {
            html.text(line).line();
        }
    }
}
