package dev.vmkit.tools.grade.report;

import dev.vmkit.language.text.Glyphs;
import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Status;
import dev.vmkit.testkit.judge.Verdict;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A verdict as Markdown (GitHub's and GitLab's): a table of the checks, and below it what went wrong. */
final class MarkdownReport {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]<>()#+!|~&-]");
    private static final Pattern TICKS = Pattern.compile("`+");
    private static final int FENCE = 3;

    private final StringBuilder out = new StringBuilder();

    private MarkdownReport() {}

    static String write(Verdict verdict) {
        MarkdownReport report = new MarkdownReport();
        report.all(verdict);
        return report.out.toString();
    }

    private void all(Verdict verdict) {
        line("## " + escaped(verdict.suite()) + ": " + escaped(Summary.points(verdict)));
        line("");
        if (!verdict.about().isEmpty()) {
            line(escaped(verdict.about()));
            line("");
        }
        line("| | check | points |");
        line("|---|---|---|");
        verdict.checks()
                .forEach(check -> line("| %s | %s | %s |"
                        .formatted(mark(check), escaped(check.name()), escaped(Summary.points(check)))));
        verdict.checks().stream()
                .filter(check -> check.status() != Status.PASSED)
                .forEach(this::explain);
        line("");
        verdict.remarks().forEach(remark -> line("- " + escaped(remark)));
        line("");
        line(escaped(Summary.counts(verdict)) + ". " + escaped(Summary.origin(verdict)) + ".");
    }

    private void explain(CheckResult check) {
        List<String> lines = Explanation.lines(check);
        if (lines.isEmpty()) {
            return;
        }
        line("");
        line("### " + escaped(check.name()));
        fenced(lines);
        check.replay()
                .ifPresent(replay -> replay.files().forEach((name, text) -> {
                    line("");
                    line(escaped(name) + ":");
                    fenced(Explanation.lines(text).toList());
                }));
    }

    /** Between more ticks than there are in it, so that nothing in it ends it. */
    private void fenced(List<String> lines) {
        int most = lines.stream()
                .flatMap(line -> TICKS.matcher(line).results())
                .mapToInt(ticks -> ticks.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(FENCE, most + 1));
        line("");
        Stream.of(Stream.of(fence + "text"), lines.stream(), Stream.of(fence))
                .flatMap(part -> part)
                .forEach(this::line);
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private static String mark(CheckResult check) {
        return check.status() == Status.PASSED ? "✓" : check.status() == Status.SKIPPED ? "–" : "✗";
    }

    private static String escaped(String text) {
        return SPECIAL.matcher(Glyphs.visible(text)).replaceAll("\\\\$0");
    }
}
