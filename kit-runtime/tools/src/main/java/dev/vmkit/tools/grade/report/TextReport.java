package dev.vmkit.tools.grade.report;

import dev.vmkit.language.text.Glyphs;
import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Status;
import dev.vmkit.testkit.judge.Verdict;

/** A verdict for a person at a terminal. */
record TextReport(Ink ink) {
    private static final int WIDTH = 64;

    String write(Verdict verdict) {
        StringBuilder out = new StringBuilder();
        out.append(ink.heading(Glyphs.visible(verdict.suite())));
        out.append(verdict.about().isEmpty() ? "" : ": " + Glyphs.visible(verdict.about()))
                .append("\n\n");
        verdict.checks().forEach(check -> write(check, out));
        verdict.remarks()
                .forEach(remark ->
                        out.append("  note  ").append(Glyphs.visible(remark)).append('\n'));
        String counts = Summary.points(verdict) + "; " + Summary.counts(verdict);
        out.append('\n').append(verdict.passed() ? ink.good(counts) : ink.bad(counts));
        return out.append('\n')
                .append(ink.faint(Summary.origin(verdict)))
                .append('\n')
                .toString();
    }

    private void write(CheckResult check, StringBuilder out) {
        String name = Glyphs.visible(check.name());
        out.append("  ").append(word(check)).append(' ').append(name);
        out.append(" ".repeat(Math.max(2, WIDTH - Glyphs.width(name)))).append(Summary.points(check));
        out.append('\n');
        Explanation.lines(check)
                .forEach(line -> out.append(" ".repeat(8)).append(line).append('\n'));
    }

    private String word(CheckResult check) {
        String word = "%-5s".formatted(Summary.word(check));
        if (check.status() == Status.PASSED) {
            return ink.good(word);
        }
        return check.status() == Status.SKIPPED ? ink.warning(word) : ink.bad(word);
    }
}
