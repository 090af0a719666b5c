package dev.vmkit.testkit.policy;

import dev.vmkit.api.TaskInfo;
import dev.vmkit.layers.simulate.History;
import dev.vmkit.layers.simulate.History.Pick;
import dev.vmkit.layers.simulate.Job;
import dev.vmkit.layers.simulate.Workload;
import dev.vmkit.testkit.policy.Law.Breach;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What every policy keeps, whatever it prefers. */
final class GeneralLaws {
    private static final long SHIFT = 1000;

    static final List<Law> ALL = List.of(
            new Law(
                    "jobs-finish",
                    "runs only what can run, and lets every job finish",
                    Workloads.MIX,
                    GeneralLaws::jobsFinish),
            new Law("deterministic", "decides alike in equal runs", Workloads.MIX, GeneralLaws::deterministic),
            new Law(
                    "resumes",
                    "goes on alike after saving and loading its state at every event",
                    Workloads.MIX,
                    GeneralLaws::resumes),
            new Law(
                    "names-are-names",
                    "decides alike if tasks have other numbers",
                    Workloads.MIX,
                    GeneralLaws::namesAreNames),
            new Law("any-time", "decides alike if everything happens later", Workloads.MIX, GeneralLaws::anyTime));

    private GeneralLaws() {}

    private static Optional<Breach> jobsFinish(Runs runs, Workload workload) {
        History history = runs.run(workload);
        return switch (history.ending()) {
            case DONE -> Optional.empty();
            case STUCK -> Breach.in(history, "nothing happens any more although jobs are left");
            default -> Breach.in(history, "jobs starve: " + unfinished(history) + " never finish");
        };
    }

    private static String unfinished(History history) {
        return String.join(
                ", ",
                history.workload().jobs().stream()
                        .filter(job -> history.exit(job.id()).isEmpty())
                        .map(Job::name)
                        .toList());
    }

    private static Optional<Breach> deterministic(Runs runs, Workload workload) {
        return same(
                runs.run(workload),
                runs.another(workload, "once more"),
                pick -> pick,
                "two runs of one workload differ");
    }

    private static Optional<Breach> resumes(Runs runs, Workload workload) {
        History expected = runs.run(workload);
        try {
            return same(
                    expected,
                    runs.resumed(workload),
                    pick -> pick,
                    "after loading its saved state the policy decides otherwise");
        } catch (Runs.Refused refused) {
            return Breach.in(refused.history(), "it refuses a state that it saved itself: " + refused.getMessage());
        }
    }

    private static Optional<Breach> namesAreNames(Runs runs, Workload workload) {
        Map<Integer, Integer> original = new HashMap<>();
        List<Job> renamed = workload.jobs().stream()
                .map(job -> {
                    int number = 1000 - 7 * job.id();
                    original.put(number, job.id());
                    return job.as(job.task().named(number, job.name()));
                })
                .toList();
        return same(
                runs.run(workload),
                runs.another(workload.withJobs(renamed), "with other numbers"),
                pick -> new Pick(pick.now(), pick.cpu(), original.getOrDefault(pick.task(), -1), pick.slice()),
                "with other numbers for the same tasks it decides otherwise");
    }

    private static Optional<Breach> anyTime(Runs runs, Workload workload) {
        List<Job> later = workload.jobs().stream()
                .map(job -> job.at(job.arrives() + SHIFT))
                .toList();
        return same(
                runs.run(workload),
                runs.another(workload.withJobs(later).until(workload.until() + SHIFT), SHIFT + " later"),
                pick -> new Pick(pick.now() - SHIFT, pick.cpu(), pick.task(), pick.slice()),
                "if everything happens " + SHIFT + " later it decides otherwise");
    }

    /** Compares who got which slice when; the slice of one that runs to the end says nothing. */
    static Optional<Breach> same(History expected, History found, UnaryOperator<Pick> back, String otherwise) {
        List<Pick> picks = found.picks().stream().map(back).toList();
        return picks.equals(expected.picks()) ? Optional.empty() : Breach.between(expected, found, otherwise);
    }

    /** The same workload with all weights so many times as large. */
    static Workload heavier(Workload workload, int factor) {
        List<Job> jobs = workload.jobs().stream()
                .map(job -> job.as(job.task().withWeight(job.task().weight() * factor)))
                .toList();
        List<TaskInfo.Group> groups = workload.groups().stream()
                .map(g -> new TaskInfo.Group(g.id(), g.name(), g.parent(), g.weight() * factor, g.quota(), g.period()))
                .toList();
        return new Workload(workload.name(), workload.cpus(), groups, jobs, workload.until());
    }
}
