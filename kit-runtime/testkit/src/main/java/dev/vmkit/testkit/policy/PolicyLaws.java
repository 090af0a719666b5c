package dev.vmkit.testkit.policy;

import dev.vmkit.api.Parameters;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.TaskInfo.Reservation;
import dev.vmkit.layers.gantt.TextChart;
import dev.vmkit.layers.simulate.History;
import dev.vmkit.layers.simulate.Job;
import dev.vmkit.layers.simulate.Pause;
import dev.vmkit.layers.simulate.Workload;
import dev.vmkit.testkit.policy.Law.Breach;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Holds a policy to the laws: those that all policies keep, and those that it promises. */
public final class PolicyLaws {
    private static final int WIDTH = 100;

    private final Runs runs;
    private final List<Law> laws;

    /**
     * Laws for policies that {@code make} makes anew for each run.
     *
     * @param name as charts call the policy
     * @param promises names of laws that it promises besides
     */
    public PolicyLaws(String name, Supplier<SchedulerPolicy> make, Parameters parameters, List<String> promises) {
        this.runs = new Runs(name, make, parameters);
        this.laws = Stream.concat(
                        GeneralLaws.ALL.stream(),
                        PromisedLaws.ALL.stream().filter(law -> promises.contains(law.name())))
                .toList();
    }

    /** The names of laws that can be promised. */
    public static List<String> promises() {
        return PromisedLaws.ALL.stream().map(Law::name).toList();
    }

    /**
     * What a law's check found.
     *
     * @param law what it says of a policy that keeps it
     * @param broken how it was broken, by which workload, with charts
     */
    public record Verdict(String law, Optional<String> broken) {}

    /** Whether all laws are kept, on {@code count} workloads each; how one is broken is not looked into. */
    public boolean hold(int count) {
        return byWorkloads().entrySet().stream()
                .allMatch(kind -> LongStream.rangeClosed(1, count)
                        .mapToObj(kind.getKey())
                        .allMatch(workload -> kind.getValue().stream()
                                .noneMatch(law -> law.broken(runs, workload).isPresent())));
    }

    private Map<LongFunction<Workload>, List<Law>> byWorkloads() {
        return laws.stream().collect(Collectors.groupingBy(Law::workloads, LinkedHashMap::new, Collectors.toList()));
    }

    /** Checks all laws on {@code count} workloads each, seeded 1 to {@code count}. */
    public List<Verdict> check(int count) {
        Map<Law, String> broken = new HashMap<>();
        byWorkloads().forEach((workloads, some) -> check(some, workloads, count, broken));
        Set<String> said = new HashSet<>();
        return laws.stream()
                .map(law -> new Verdict(
                        law.sentence(),
                        Optional.ofNullable(broken.get(law))
                                .map(how -> said.add(how)
                                        ? how
                                        : "as above: " + how.lines().findFirst().orElse(""))))
                .toList();
    }

    /** Laws for workloads of one kind look at the same runs, so they are checked on one workload after the other. */
    private void check(List<Law> some, LongFunction<Workload> workloads, int count, Map<Law, String> broken) {
        for (long seed = 1; seed <= count && !broken.keySet().containsAll(some); seed++) {
            Workload workload = workloads.apply(seed);
            for (Law law : some) {
                if (!broken.containsKey(law) && law.broken(runs, workload).isPresent()) {
                    broken.put(law, smallest(law, workload));
                }
            }
        }
    }

    private String smallest(Law law, Workload workload) {
        Workload smallest = new Shrinking(w -> law.broken(runs, w).isPresent()).shrink(workload);
        return law.broken(runs, smallest)
                .map(breach -> shown(breach, smallest))
                .orElse("it breaks this law on " + workload.name() + ", but not each time");
    }

    private static String shown(Breach breach, Workload workload) {
        StringBuilder out = new StringBuilder(breach.what())
                .append("\nsmallest workload found (")
                .append(workload.name())
                .append("), ")
                .append(workload.cpus() == 1 ? "one processor" : workload.cpus() + " processors")
                .append(":\n");
        workload.jobs().forEach(job -> out.append("  ").append(described(job)).append('\n'));
        List<History> charts = new ArrayList<>(breach.charts());
        if (charts.size() == 1) {
            charts.add(Turns.run(workload));
        }
        charts.forEach(chart -> out.append(chart.policy()).append(":\n").append(TextChart.of(chart, WIDTH)));
        return out.toString().stripTrailing();
    }

    /** As in a workload file, without what is as it is by default. */
    private static String described(Job job) {
        return job.name()
                + Stream.of(
                                "runs " + job.length(),
                                job.arrives() > 0 ? "arrives " + job.arrives() : "",
                                job.pause()
                                        .map(pause -> "bursts " + job.burst() + ", " + described(pause))
                                        .orElse(""),
                                job.task().weight() > 1 ? "weight " + job.task().weight() : "",
                                job.task().priority() > 0
                                        ? "priority " + job.task().priority()
                                        : "",
                                job.task().size() > 0 ? "size " + job.task().size() : "",
                                job.task().cap() > 0 ? "cap " + job.task().cap() : "",
                                job.task().gang() > 0 ? "gang " + job.task().gang() : "",
                                job.task().group() > 0 ? "group " + job.task().group() : "",
                                job.task()
                                        .reservation()
                                        .map(PolicyLaws::described)
                                        .orElse(""))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.joining(", ", ": ", ""));
    }

    private static String described(Pause pause) {
        return switch (pause) {
            case Pause.Wait(long time) -> "waits " + time;
            case Pause.NextPeriod(long period) -> "every " + period;
            case Pause.Yield() -> "yields";
            case Pause.Barrier() -> "meets";
        };
    }

    private static String described(Reservation reserved) {
        return "budget " + reserved.budget() + ", deadline " + reserved.deadline() + ", period " + reserved.period();
    }
}
