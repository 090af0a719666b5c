package dev.vmkit.tools.cli;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.language.yaml.Json;
import dev.vmkit.testkit.derive.Share;
import dev.vmkit.testkit.plugin.PluginTests;
import dev.vmkit.testkit.report.Case;
import dev.vmkit.testkit.report.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit test}: all tests that follow from a plugin's definitions, and its examples. */
@Command(
        name = "test",
        description = "Test a plugin: everything that can be derived from its definitions, and its examples.",
        footer = {"", "Exit code: 0 if everything passed, 1 if something failed, 2 if a definition has mistakes."})
final class TestCommand extends KitCommand {
    @Mixin
    private final Parts parts = new Parts();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Option(
            names = "--share",
            paramLabel = "N",
            description = "Try one in N of the encodings, lines, states and programs that follow from an instruction"
                    + " set, always the same ones. Default: all.")
    private int share = 1;

    @Parameters(paramLabel = "PLUGIN", description = "A plugin's folder or archive, or the name of an installed one.")
    private String plugin = "";

    @Override
    int run() throws IOException {
        if (share < 1) {
            throw wrongUsage("--share is one in a number from 1 on, not in " + share);
        }
        Surroundings surroundings = kit().surroundings();
        Path path = surroundings.path(plugin);
        List<Path> places = Files.exists(path) ? List.of(path) : List.of();
        try (Catalog catalog = parts.open(surroundings, places)) {
            Report report = PluginTests.of(catalog, plugin, path).run(new Share(share), this::progress);
            screen().print(json ? json(report).pretty() : text(report));
            return report.failed() == 0 ? ExitCode.SUCCESS : ExitCode.FAILURE;
        }
    }

    /** What is being tested, on one line that changes; for people alone. */
    private void progress(String what) {
        if (kit().surroundings().terminal() && !json) {
            kit().surroundings().err().print("\r\033[K" + what);
            kit().surroundings().err().flush();
        }
    }

    private String text(Report report) {
        progress("");
        StringBuilder out = new StringBuilder();
        for (Report.Group group : report.groups()) {
            out.append(screen().bold(group.part())).append('\n');
            group.cases().forEach(c -> out.append(line(c)));
        }
        long failed = report.failed();
        String verdict = (report.count() - failed) + " passed, " + failed + " failed";
        return out.append('\n')
                .append(failed == 0 ? screen().green(verdict) : screen().red(verdict))
                .append('\n')
                .toString();
    }

    private String line(Case found) {
        if (found.passed()) {
            String detail = found.detail().isEmpty() ? "" : screen().dim(" (" + found.detail() + ")");
            return screen().green("  ok   ") + found.name() + detail + "\n";
        }
        return screen().red("  FAIL ") + found.name() + "\n" + found.detail().indent(7);
    }

    private static Json json(Report report) {
        return Json.object()
                .put("passed", report.count() - report.failed())
                .put("failed", report.failed())
                .put(
                        "parts",
                        Json.array(
                                report.groups().stream().map(TestCommand::json).toList()))
                .build();
    }

    private static Json json(Report.Group group) {
        return Json.object()
                .put("part", group.part())
                .put(
                        "cases",
                        Json.array(group.cases().stream().map(TestCommand::json).toList()))
                .build();
    }

    private static Json json(Case found) {
        return Json.object()
                .put("name", found.name())
                .put("passed", found.passed())
                .put("detail", found.detail())
                .build();
    }
}
