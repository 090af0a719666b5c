package dev.vmkit.assembly.schedule;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.Values;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.language.yaml.YamlReader;
import dev.vmkit.language.yaml.YamlScalar;
import dev.vmkit.layers.schedule.PolicySetup;
import dev.vmkit.layers.simulate.Job;
import dev.vmkit.layers.simulate.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a workload file. */
public final class WorkloadReader {
    private static final int VERSION = 1;
    private static final int MOST_JOBS = 1000;

    private final MappingReader in;
    private final Diagnostics diagnostics;
    private final Times times;

    private WorkloadReader(MappingReader in) {
        this.in = in;
        this.diagnostics = in.diagnostics();
        this.times = new Times(diagnostics);
    }

    /** The workload, or nothing if mistakes, which are reported, leave none. */
    public static Optional<WorkloadFile> read(SourceFile file, Diagnostics diagnostics) {
        return YamlReader.read(file, diagnostics)
                .flatMap(root -> new Values(diagnostics).mapping(root, "the workload"))
                .flatMap(in -> new WorkloadReader(in).workload());
    }

    private Optional<WorkloadFile> workload() {
        Optional<Integer> version = in.requiredInteger("kit", 0, Integer.MAX_VALUE);
        if (version.isPresent() && version.get() != VERSION) {
            diagnostics.report(
                    WorkloadProblem.VERSION,
                    in.at("kit"),
                    "this kit reads workload files of version 1, not of version " + version.get());
            return Optional.empty();
        }
        Optional<Text> name = in.requiredText("workload");
        String about = in.text("about").map(Text::value).orElse("");
        int cpus = in.integer("cpus", 1, PolicySetup.MOST_CPUS).orElse(1);
        long until = times.read(in, "until", 1).orElse(Long.MAX_VALUE);
        GroupReader groups = new GroupReader(diagnostics);
        groups.read(in.entries("groups"));
        List<PolicyChoice> policies = new ArrayList<>();
        in.list("policies").forEach(node -> policy(node).ifPresent(policies::add));
        List<Job> jobs = jobs(new JobReader(diagnostics, groups, cpus));
        in.finish();
        return diagnostics.hasErrors()
                ? Optional.empty()
                : name.map(n ->
                        new WorkloadFile(new Workload(n.value(), cpus, groups.groups(), jobs, until), about, policies));
    }

    private List<Job> jobs(JobReader reader) {
        List<Job> jobs = new ArrayList<>();
        boolean none = in.requiredNode("jobs").stream()
                .anyMatch(node ->
                        node instanceof YamlMapping given && given.entries().isEmpty());
        if (none) {
            diagnostics.report(
                    WorkloadProblem.NO_JOBS, in.at("jobs"), "the workload has no jobs", "name: { runs: 10 }");
        }
        for (YamlMapping.Entry entry : in.entries("jobs")) {
            in.values()
                    .mapping(entry.value(), "job '" + entry.name() + "'")
                    .ifPresent(job -> jobs.addAll(reader.read(entry.key().text(), job, jobs.size() + 1)));
            if (jobs.size() > MOST_JOBS) {
                diagnostics.report(
                        WorkloadProblem.AMOUNT, entry.key().span(), "a workload has at most " + MOST_JOBS + " jobs");
                return List.of();
            }
        }
        return jobs;
    }

    /** A policy by its name alone, or with its parameters. */
    private Optional<PolicyChoice> policy(YamlNode node) {
        return node instanceof YamlScalar scalar
                ? Optional.of(new PolicyChoice(scalar.text(), List.of(), Optional.empty()))
                : in.values().mapping(node, "a policy").flatMap(PolicyChoice::read);
    }
}
