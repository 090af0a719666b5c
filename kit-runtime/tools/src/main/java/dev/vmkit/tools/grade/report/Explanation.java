package dev.vmkit.tools.grade.report;

import dev.vmkit.language.text.Glyphs;
import dev.vmkit.testkit.judge.Cause;
import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Replay;
import dev.vmkit.testkit.judge.Status;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What there is to say of a check that did not pass. Values come from submissions: control characters are made visible. */
final class Explanation {
    private Explanation() {}

    /** In one sentence; never empty. */
    static String brief(CheckResult check) {
        return check.cause()
                .flatMap(cause -> lines(cause.rationale()).findFirst())
                .filter(line -> !line.isBlank())
                .orElse(
                        switch (check.status()) {
                            case PASSED -> "passed";
                            case FAILED -> "not all points";
                            case SKIPPED -> "not looked at, because a check it depends on did not pass";
                            case ERROR -> "the submission gave no answer";
                        });
    }

    /** Line by line; without lines if there is nothing to say. */
    static List<String> lines(CheckResult check) {
        if (check.status() == Status.PASSED) {
            return List.of();
        }
        return Stream.of(
                        check.cause().stream().flatMap(Explanation::lines),
                        hint(check),
                        check.replay().map(replay -> seen(replay, check.number())).stream())
                .flatMap(lines -> lines)
                .toList();
    }

    private static Stream<String> lines(Cause cause) {
        return Stream.concat(
                lines(cause.rationale()),
                Stream.concat(
                        lines(cause.expected()).map(line -> "  expected  " + line),
                        lines(cause.actual()).map(line -> "  actual    " + line)));
    }

    private static Stream<String> hint(CheckResult check) {
        return lines(check.hint()).map(line -> "hint: " + line);
    }

    private static String seen(Replay replay, int number) {
        return "to see it: %s -p SUBMISSION, in the folder check-%d of what --replays writes"
                .formatted(Glyphs.visible(replay.command()), number);
    }

    /** The lines of a text; none of an empty one. */
    static Stream<String> lines(String text) {
        return Optional.of(text).filter(given -> !given.isEmpty()).stream()
                .flatMap(String::lines)
                .map(Glyphs::visible);
    }
}
