package dev.vmkit.tools.cli;

import dev.vmkit.language.yaml.Json;
import dev.vmkit.testkit.conform.FileResult;
import java.util.List;
import java.util.function.ToLongFunction;

/** What came of public test material, for people and for programs. */
record ConformReport(String format, String isa, List<FileResult> results) {
    /** Up to so many files have a line each even if all is well. */
    private static final int FEW = 20;

    /** Failures that are explained, of all files together. */
    private static final int MOST_EXPLAINED = 20;

    /** Whether something was tried, and all of it holds. */
    boolean holds() {
        return sum(FileResult::cases) > 0 && sum(FileResult::failed) == 0;
    }

    private long sum(ToLongFunction<FileResult> of) {
        return results.stream().mapToLong(of).sum();
    }

    String text(Screen screen) {
        StringBuilder out = new StringBuilder();
        int explained = 0;
        for (FileResult result : results) {
            if (result.failed() > 0 || results.size() <= FEW) {
                out.append(line(screen, result));
            }
            for (FileResult.Failure failure : result.first()) {
                if (explained++ < MOST_EXPLAINED) {
                    out.append("       ").append(failure.name()).append('\n');
                    failure.differences().forEach(line -> out.append(line.indent(9)));
                }
            }
        }
        return out.append(verdict(screen)).append('\n').toString();
    }

    private static String line(Screen screen, FileResult result) {
        String mark = result.failed() > 0
                ? screen.red("  FAIL ")
                : result.cases() == 0 ? screen.yellow("  none ") : screen.green("  ok   ");
        String counts = "%,d of %,d hold".formatted(result.cases() - result.failed(), result.cases());
        String skipped = result.skipped() == 0 ? "" : ", %,d without an instruction".formatted(result.skipped());
        String detail = result.detail().isEmpty() ? "" : "; " + result.detail();
        return mark + result.file() + screen.dim(" (" + counts + skipped + detail + ")") + "\n";
    }

    private String verdict(Screen screen) {
        long failing = results.stream().filter(r -> r.failed() > 0).count();
        long untried = results.stream().filter(r -> r.cases() == 0).count();
        String text = "%s, %s: %,d hold, %,d do not (%s)"
                .formatted(
                        count(results.size() - untried, "file"),
                        count(sum(FileResult::cases), "case"),
                        sum(FileResult::cases) - sum(FileResult::failed),
                        sum(FileResult::failed),
                        count(failing, "file"));
        String skipped = sum(FileResult::skipped) == 0
                ? ""
                : "\n%s, %s: %s has no such instruction"
                        .formatted(count(sum(FileResult::skipped), "case"), count(untried, "whole file"), isa);
        return (holds() ? screen.green(text) : screen.red(text)) + skipped;
    }

    private static String count(long number, String what) {
        return "%,d %s".formatted(number, what) + (number == 1 ? "" : "s");
    }

    Json json() {
        return Json.object()
                .put("format", format)
                .put("isa", isa)
                .put("cases", sum(FileResult::cases))
                .put("failed", sum(FileResult::failed))
                .put("skipped", sum(FileResult::skipped))
                .put(
                        "files",
                        Json.array(results.stream().map(ConformReport::json).toList()))
                .build();
    }

    private static Json json(FileResult result) {
        return Json.object()
                .put("file", result.file())
                .put("cases", result.cases())
                .put("failed", result.failed())
                .put("skipped", result.skipped())
                .put("detail", result.detail())
                .put(
                        "failures",
                        Json.array(result.first().stream()
                                .map(failure -> Json.object()
                                        .put("name", failure.name())
                                        .put("differences", Json.texts(failure.differences()))
                                        .build())
                                .toList()))
                .build();
    }
}
