package dev.vmkit.tools.grade.report;

import dev.vmkit.language.text.Glyphs;
import dev.vmkit.language.yaml.Json;
import dev.vmkit.testkit.judge.CheckResult;
import dev.vmkit.testkit.judge.Status;
import dev.vmkit.testkit.judge.Verdict;
import dev.vmkit.testkit.suite.Visibility;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A verdict as Gradescope's {@code results.json} (Gradescope's autograder specification, "Output format"). The visibility of
 * every check is Gradescope's to keep; the part that everybody sees says nothing of one that is not visible. There is no
 * {@code execution_time}, so that equal verdicts give equal bytes.
 */
final class GradescopeJson {
    private GradescopeJson() {}

    static Json of(Verdict verdict) {
        return Json.object()
                .put("score", number(verdict.points().toString()))
                .put("output", output(verdict))
                .put("output_format", "text")
                .put("test_output_format", "text")
                .put("test_name_format", "text")
                .put("visibility", "visible")
                .put("stdout_visibility", "hidden")
                .put("extra_data", origin(verdict))
                .put(
                        "tests",
                        Json.array(verdict.checks().stream()
                                .map(GradescopeJson::test)
                                .toList()))
                .build();
    }

    /** The summary for everybody; lateness is told here, since it is in no test. */
    private static String output(Verdict verdict) {
        String late = verdict.late().reason().isEmpty()
                ? ""
                : "Late: " + verdict.late().reason() + ".\n";
        String about = verdict.about().isEmpty() ? "" : verdict.about() + "\n";
        String remarks = verdict.remarks().stream()
                .map(remark -> Glyphs.visible(remark) + "\n")
                .collect(Collectors.joining());
        return about + late + remarks + Summary.origin(verdict) + "\n";
    }

    private static Json origin(Verdict verdict) {
        return Json.object()
                .put("suite", verdict.digests().suite())
                .put("submission", verdict.digests().submission())
                .put("kit", verdict.digests().kit())
                .put("seed", verdict.seed())
                .build();
    }

    private static Json test(CheckResult check) {
        return Json.object()
                .put("score", number(check.points().toString()))
                .put("max_score", number(check.extra() ? "0" : check.most().toString()))
                .put("status", check.status() == Status.PASSED ? "passed" : "failed")
                .put("name", check.name())
                .put("name_format", "text")
                .put("number", Integer.toString(check.number()))
                .put("output", text(check))
                .put("output_format", "text")
                .put("tags", Json.texts(check.tags()))
                .put("visibility", visibility(check.visibility()))
                .put(
                        "extra_data",
                        Json.object()
                                .put("status", check.status().name().toLowerCase(Locale.ROOT))
                                .build())
                .build();
    }

    private static String text(CheckResult check) {
        if (check.status() == Status.PASSED) {
            return "";
        }
        StringBuilder out = new StringBuilder(check.cause().isEmpty() ? Explanation.brief(check) + "\n" : "");
        Explanation.lines(check).forEach(line -> out.append(line).append('\n'));
        check.replay()
                .ifPresent(replay -> replay.files()
                        .forEach((name, text) ->
                                out.append("\n--- ").append(name).append('\n').append(text)));
        return out.toString();
    }

    private static String visibility(Visibility visibility) {
        return visibility.name().toLowerCase(Locale.ROOT);
    }

    private static Json number(String points) {
        return new Json.Number(new BigDecimal(points));
    }
}
