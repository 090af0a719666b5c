package dev.vmkit.assembly.schedule;

import dev.vmkit.api.TaskInfo;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Text;
import dev.vmkit.language.yaml.MappingReader;
import dev.vmkit.language.yaml.YamlMapping;
import dev.vmkit.language.yaml.YamlNode;
import dev.vmkit.layers.simulate.Job;
import dev.vmkit.layers.simulate.Pause;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the entries of {@code jobs:}. */
final class JobReader {
    private static final int MOST_COPIES = 1000;

    private final Diagnostics diagnostics;
    private final Times times;
    private final GroupReader groups;
    private final int cpus;
    private final Map<String, Integer> gangs = new HashMap<>();

    JobReader(Diagnostics diagnostics, GroupReader groups, int cpus) {
        this.diagnostics = diagnostics;
        this.times = new Times(diagnostics);
        this.groups = groups;
        this.cpus = cpus;
    }

    /** The job, or several alike if it has copies; the first one's number is given. */
    List<Job> read(Text name, MappingReader in, int first) {
        int copies = in.integer("copies", 1, MOST_COPIES).orElse(1);
        Optional<Job> job = job(name, in, first);
        in.finish();
        List<Job> jobs = new ArrayList<>();
        for (int i = 0; i < copies && job.isPresent(); i++) {
            TaskInfo task = job.get().task();
            jobs.add(copies == 1 ? job.get() : job.get().as(task.named(first + i, name + "-" + (i + 1))));
        }
        return jobs;
    }

    private Optional<Job> job(Text name, MappingReader in, int id) {
        long arrives = times.read(in, "arrives", 0).orElse(0L);
        in.requiredNode("runs");
        long length = times.read(in, "runs", 1).orElse(1L);
        Optional<Long> burst = times.read(in, "bursts", 1);
        Optional<Pause> pause = pause(in);
        if (pause.isPresent() != burst.isPresent() && !in.has("bursts")) {
            diagnostics.report(WorkloadProblem.JOB, name.span(), "a pause comes after 'bursts:', which are missing");
        }
        if (pause.isEmpty() && in.has("bursts")) {
            diagnostics.report(
                    WorkloadProblem.JOB,
                    in.at("bursts"),
                    "after each burst the job has to do something",
                    "waits, yields, every, or meets");
        }
        boolean known = in.bool("known").orElse(true);
        TaskInfo task = TaskInfo.of(id, name.value())
                .withGroup(in.text("group").map(groups::number).orElse(0))
                .withWeight(in.integer("weight", 1, TaskInfo.MOST_WEIGHT).orElse(1))
                .withCap(in.integer("cap", 1, 6400).orElse(0))
                .withPriority(in.integer("priority", -1000, 1000).orElse(0))
                .withSize(times.read(in, "size", 0).orElse(0L))
                .withLength(known ? length : -1)
                .withGang(in.text("gang").map(this::gang).orElse(0))
                .withAffinity(affinity(in));
        return Optional.of(new Job(
                reserved(task, in, burst),
                arrives,
                length,
                burst.orElse(Long.MAX_VALUE),
                pause.filter(_ -> burst.isPresent()),
                changes(in)));
    }

    private Optional<Pause> pause(MappingReader in) {
        List<Pause> pauses = new ArrayList<>();
        times.read(in, "waits", 1).ifPresent(time -> pauses.add(new Pause.Wait(time)));
        times.read(in, "every", 1).ifPresent(period -> pauses.add(new Pause.NextPeriod(period)));
        in.bool("yields").filter(yes -> yes).ifPresent(_ -> pauses.add(new Pause.Yield()));
        in.bool("meets").filter(yes -> yes).ifPresent(_ -> pauses.add(new Pause.Barrier()));
        if (pauses.size() > 1) {
            diagnostics.report(
                    WorkloadProblem.JOB,
                    in.at(),
                    "the job does several things after a burst",
                    "only one of waits, yields, every, meets");
        }
        if (pauses.contains(new Pause.Barrier()) && !in.has("gang")) {
            diagnostics.report(WorkloadProblem.JOB, in.at("meets"), "a job without a gang has nobody to meet");
        }
        return pauses.stream().findFirst();
    }

    private TaskInfo reserved(TaskInfo task, MappingReader in, Optional<Long> burst) {
        Optional<Long> budget = times.read(in, "budget", 1);
        Optional<Long> deadline = times.read(in, "deadline", 1);
        Optional<Long> period = times.read(in, "period", 1).or(() -> times.read(in, "every", 1));
        if (budget.isEmpty() && deadline.isEmpty() && !in.has("period") && !in.has("every")) {
            return task;
        }
        long needs = budget.or(() -> burst).orElse(1L);
        long within = deadline.or(() -> period).orElse(needs);
        long every = period.orElse(within);
        if (needs > within || within > every) {
            diagnostics.report(
                    WorkloadProblem.JOB,
                    in.at(),
                    "a budget of " + needs + " within " + within + ", every " + every + ", cannot be",
                    "budget <= deadline <= period");
            return task;
        }
        return task.withReservation(new TaskInfo.Reservation(needs, within, every));
    }

    private int gang(Text name) {
        return gangs.computeIfAbsent(name.value(), _ -> gangs.size() + 1);
    }

    private long affinity(MappingReader in) {
        long affinity = 0;
        for (YamlNode node : in.list("on")) {
            Optional<Integer> cpu = in.values().integer(node, 0, cpus - 1);
            affinity |= cpu.map(n -> 1L << n).orElse(0L);
        }
        return affinity == 0 ? TaskInfo.ANY_CPU : affinity;
    }

    private List<Job.Change> changes(MappingReader in) {
        List<Job.Change> changes = new ArrayList<>();
        for (YamlMapping.Entry entry : in.entries("sizes")) {
            Optional<Long> after = times.read(entry.key().text(), "sizes", 1);
            Optional<Long> size = in.values().text(entry.value()).flatMap(text -> times.read(text, "size", 0));
            after.ifPresent(time -> size.ifPresent(words -> changes.add(Job.Change.size(time, words))));
        }
        for (YamlMapping.Entry entry : in.entries("weights")) {
            Optional<Long> after = times.read(entry.key().text(), "weights", 1);
            Optional<Integer> weight = in.values().integer(entry.value(), 1, TaskInfo.MOST_WEIGHT);
            after.ifPresent(time -> weight.ifPresent(w -> changes.add(Job.Change.weight(time, w))));
        }
        changes.sort(java.util.Comparator.comparingLong(Job.Change::after));
        return changes;
    }
}
