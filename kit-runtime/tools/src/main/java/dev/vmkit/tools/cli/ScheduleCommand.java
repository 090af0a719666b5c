package dev.vmkit.tools.cli;

import dev.vmkit.assembly.catalog.Catalog;
import dev.vmkit.assembly.schedule.PolicyChoice;
import dev.vmkit.assembly.schedule.PolicyResolver;
import dev.vmkit.assembly.schedule.ResolvedPolicy;
import dev.vmkit.assembly.schedule.WorkloadFile;
import dev.vmkit.assembly.schedule.WorkloadReader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.layers.gantt.PngChart;
import dev.vmkit.layers.gantt.Scene;
import dev.vmkit.layers.gantt.SvgChart;
import dev.vmkit.layers.simulate.History;
import dev.vmkit.layers.simulate.Simulator;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kit schedule}: jobs under scheduler policies, and how they fared. */
@Command(
        name = "schedule",
        description = "Run a workload of abstract jobs under scheduler policies: charts, and metrics side by side.",
        footer = {
            "",
            "Example: kit schedule jobs.yaml --policy round-robin,slice=5 --policy lottery,seed=42",
            "'kit list policy' shows the policies, 'kit list part NAME' the parameters of one.",
            "Exit code: 0, or 1 if jobs are left that nothing can wake, 3 if a policy failed, 4 if too much happened."
        })
final class ScheduleCommand extends KitCommand {
    private static final int WIDTH = 100;
    private static final int LEAST_WIDTH = 40;
    private static final int MOST_POLICIES = 32;

    @Mixin
    private final Parts parts = new Parts();

    @Option(
            names = "--policy",
            paramLabel = "NAME[,KEY=VALUE...]",
            description = "A policy and its parameters. May be repeated. Default: those the workload names.")
    private List<String> policies = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Of the policies' random numbers, in place of theirs.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--stints", description = "Print who ran where and how long, line by line, in place of charts.")
    private boolean stints;

    @Option(
            names = "--width",
            paramLabel = "N",
            description = "Of the charts, in characters. Default: COLUMNS, or 100.")
    private Optional<Integer> width = Optional.empty();

    @Option(names = "--svg", paramLabel = "FILE", description = "Draw the charts into a file, in SVG.")
    private Optional<String> svg = Optional.empty();

    @Option(names = "--png", paramLabel = "FILE", description = "Draw the charts into a file, in PNG.")
    private Optional<String> png = Optional.empty();

    @Option(names = "--json", description = "As JSON.")
    private boolean json;

    @Parameters(paramLabel = "WORKLOAD", description = "A file with jobs.")
    private String file = "";

    @Override
    int run() throws IOException {
        Surroundings surroundings = kit().surroundings();
        Diagnostics diagnostics = new Diagnostics();
        try (Catalog catalog = parts.open(surroundings)) {
            Optional<WorkloadFile> workload = WorkloadReader.read(SourceFiles.read(surroundings, file), diagnostics);
            diagnostics.throwIfErrors();
            List<ResolvedPolicy> chosen = chosen(workload.orElseThrow(), new PolicyResolver(catalog, diagnostics));
            diagnostics.throwIfErrors();
            List<History> histories =
                    chosen.stream().map(policy -> run(workload.get(), policy)).toList();
            draw(histories);
            ScheduleReport report = new ScheduleReport(histories, screen());
            screen().print(json ? report.json().pretty() : report.text(stints, columns()));
            histories.forEach(this::complain);
            return histories.stream().mapToInt(ScheduleCommand::exitCode).max().orElse(ExitCode.SUCCESS);
        }
    }

    private List<ResolvedPolicy> chosen(WorkloadFile workload, PolicyResolver resolver) {
        List<PolicyChoice> choices = policies.isEmpty()
                ? workload.policies()
                : policies.stream().map(PolicyChoice::parse).toList();
        if (choices.isEmpty()) {
            throw wrongUsage("which policy? The workload names none; --policy does");
        }
        if (choices.size() > MOST_POLICIES) {
            throw wrongUsage("at most " + MOST_POLICIES + " policies can be compared");
        }
        List<ResolvedPolicy> resolved = new ArrayList<>();
        choices.forEach(choice -> resolver.resolve(choice)
                .map(policy -> seed.map(policy::seeded).orElse(policy))
                .ifPresent(resolved::add));
        return resolved;
    }

    private static History run(WorkloadFile file, ResolvedPolicy policy) {
        return Simulator.run(
                file.workload(), policy.create(), policy.setup(file.workload().cpus()));
    }

    private void draw(List<History> histories) throws IOException {
        if (svg.isPresent()) {
            Files.writeString(kit().surroundings().path(svg.get()), SvgChart.of(Scene.of(histories)));
        }
        if (png.isPresent()) {
            Files.write(kit().surroundings().path(png.get()), PngChart.of(Scene.of(histories)));
        }
    }

    private int columns() {
        String given = kit().surroundings().environment().getOrDefault("COLUMNS", "");
        int byDefault = given.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(given) : WIDTH;
        return Math.max(LEAST_WIDTH, width.orElse(byDefault));
    }

    private void complain(History history) {
        String said = switch (history.ending()) {
            case DONE, TIME -> "";
            case FAULT -> history.fault().map(Object::toString).orElse("");
            case STUCK -> history.policy() + ": jobs are left, and nothing will happen any more";
            case LIMIT -> history.policy() + ": stopped after " + Simulator.MOST_MOMENTS + " moments";
        };
        if (!said.isEmpty()) {
            screen().say(screen().red("kit: ") + said);
        }
    }

    private static int exitCode(History history) {
        return switch (history.ending()) {
            case DONE, TIME -> ExitCode.SUCCESS;
            case FAULT -> ExitCode.PLUGIN;
            case STUCK -> ExitCode.FAILURE;
            case LIMIT -> ExitCode.LIMIT;
        };
    }
}
