package dev.vmkit.testkit.policy;

import dev.vmkit.api.TaskInfo;
import dev.vmkit.layers.simulate.History;
import dev.vmkit.layers.simulate.Job;
import dev.vmkit.layers.simulate.JobMetrics;
import dev.vmkit.layers.simulate.Metrics;
import dev.vmkit.layers.simulate.Workload;
import dev.vmkit.testkit.policy.Law.Breach;
import java.util.List;
import java.util.Optional;

/** What some policies keep, and promise by name in their YAML. */
final class PromisedLaws {
    static final List<Law> ALL = List.of(
            new Law(
                    "work-conserving",
                    "never lets a processor idle while a task could run there",
                    Workloads.MIX,
                    PromisedLaws::workConserving),
            new Law(
                    "weights-are-relative",
                    "decides alike if all weights are twice as large",
                    Workloads.MIX,
                    (runs, workload) -> GeneralLaws.same(
                            runs.run(workload),
                            runs.another(GeneralLaws.heavier(workload, 2), "with weights twice as large"),
                            pick -> pick,
                            "with all weights twice as large it decides otherwise")),
            new Law(
                    "nobody-starves",
                    "lets every task run again and again, whatever others want",
                    Workloads.CROWD,
                    PromisedLaws::nobodyStarves),
            new Law(
                    "fair-by-weight",
                    "gives every task its share by weight, to within a slice for each task",
                    Workloads.CROWD,
                    PromisedLaws::fairByWeight),
            new Law(
                    "fair-by-luck",
                    "gives every task its share by weight, to within five standard deviations",
                    Workloads.CROWD,
                    PromisedLaws::fairByLuck),
            new Law(
                    "nobody-gains-by-dodging",
                    "gives a task that lets go just before its slice ends no more than others",
                    Workloads.DODGER,
                    PromisedLaws::nobodyGainsByDodging),
            new Law(
                    "nobody-loses-by-yielding",
                    "gives a task that lets others go first before its slice ends no less than others",
                    Workloads.YIELDER,
                    PromisedLaws::nobodyLosesByYielding),
            new Law(
                    "keeps-deadlines",
                    "misses no deadline of reservations that fit, and throttles who takes more than it reserved",
                    Workloads.DEADLINES,
                    PromisedLaws::keepsDeadlines),
            new Law(
                    "keeps-caps",
                    "gives no task more than its cap, even if the processor idles",
                    Workloads.CAPS,
                    PromisedLaws::keepsCaps),
            new Law(
                    "gangs-run-together",
                    "runs all tasks of a gang that can run, or none",
                    Workloads.GANGS,
                    PromisedLaws::gangsRunTogether),
            new Law(
                    "groups-share",
                    "shares among groups first and then among their members, and keeps the groups' limits",
                    Workloads.GROUPS,
                    PromisedLaws::groupsShare));

    private PromisedLaws() {}

    private static Optional<Breach> workConserving(Runs runs, Workload workload) {
        History history = runs.run(workload);
        long idle = Metrics.of(history).idleThough();
        return idle == 0
                ? Optional.empty()
                : Breach.in(history, "a processor idles for " + idle + " although a task could run there");
    }

    /** In each half of the time, everybody who is there has a turn. */
    private static Optional<Breach> nobodyStarves(Runs runs, Workload workload) {
        History history = runs.run(workload);
        long half = workload.until() / 2;
        for (Job job : workload.jobs()) {
            boolean first = job.arrives() > half / 2 || Metrics.got(history, job.id(), 0, half) > 0;
            boolean done = history.exit(job.id()).isPresent();
            if (!first || !done && Metrics.got(history, job.id(), half, workload.until()) == 0) {
                return Breach.in(history, job.name() + " starves");
            }
        }
        return Optional.empty();
    }

    private static Optional<Breach> fairByWeight(Runs runs, Workload workload) {
        History history = runs.run(workload);
        long most = workload.jobs().size() * longestSlice(history);
        return Metrics.of(history).jobs().stream()
                .filter(job -> job.lag() > most)
                .findFirst()
                .flatMap(job -> Breach.in(
                        history,
                        job.job() + " is " + job.lag() + " away from its share; at most " + most + " is fair"));
    }

    /** The longest that anybody ran without a new decision. */
    private static long longestSlice(History history) {
        return history.picks().stream()
                .mapToLong(pick -> Math.min(pick.slice(), history.end()))
                .max()
                .orElse(0);
    }

    /** A share p of n draws is p n, give or take the root of n p (1 - p). */
    private static Optional<Breach> fairByLuck(Runs runs, Workload workload) {
        List<Job> all = workload.jobs().stream().map(job -> job.at(0)).toList();
        History history = runs.another(workload.withJobs(all), "all from the start");
        if (all.stream().anyMatch(job -> history.exit(job.id()).isPresent())) {
            return Optional.empty(); // who is done has no share any more
        }
        double slice = longestSlice(history);
        double draws = workload.until() / slice;
        double tickets = all.stream().mapToInt(job -> job.task().weight()).sum();
        for (Job job : all) {
            double p = job.task().weight() / tickets;
            double won = Metrics.got(history, job.id(), 0, history.end()) / slice;
            if (Math.abs(won - p * draws) > 5 * Math.sqrt(draws * p * (1 - p)) + 1) {
                return Breach.in(
                        history,
                        "%s won %.0f draws of %.0f, with a share of %.2f".formatted(job.name(), won, draws, p));
            }
        }
        return Optional.empty();
    }

    private static Optional<Breach> nobodyGainsByDodging(Runs runs, Workload workload) {
        History history = runs.run(workload);
        long hog = Metrics.got(history, 1, 0, history.end());
        long dodger = Metrics.got(history, 2, 0, history.end());
        long most = hog + hog / 10 + 100;
        return workload.jobs().size() < 2 || history.exit(1).isPresent() || dodger <= most
                ? Optional.empty()
                : Breach.in(history, "the dodger runs for " + dodger + ", the hog for " + hog);
    }

    private static Optional<Breach> nobodyLosesByYielding(Runs runs, Workload workload) {
        History history = runs.run(workload);
        long hog = Metrics.got(history, 1, 0, history.end());
        long yielder = Metrics.got(history, 2, 0, history.end());
        return workload.jobs().size() < 2 || history.exit(2).isPresent() || hog <= yielder + yielder / 10 + 100
                ? Optional.empty()
                : Breach.in(history, "the yielder runs for " + yielder + ", the hog for " + hog);
    }

    private static Optional<Breach> keepsDeadlines(Runs runs, Workload workload) {
        History history = runs.run(workload);
        List<JobMetrics> metrics = Metrics.of(history).jobs();
        for (int i = 0; i < metrics.size(); i++) {
            Job job = workload.jobs().get(i);
            boolean honest = job.task().reservation().stream().anyMatch(r -> r.budget() >= job.burst());
            if (honest && metrics.get(i).missed() > 0) {
                return Breach.in(
                        history, job.name() + " misses " + metrics.get(i).missed() + " deadlines");
            }
        }
        return Optional.empty();
    }

    private static Optional<Breach> keepsCaps(Runs runs, Workload workload) {
        History history = runs.run(workload);
        for (Job job : workload.jobs()) {
            long ran = Metrics.got(history, job.id(), 0, history.end());
            long most = history.end() * job.task().cap() / 100 + 100;
            if (job.task().cap() > 0 && ran > most) {
                return Breach.in(history, job.name() + " runs for " + ran + "; its cap allows " + most);
            }
        }
        return Optional.empty();
    }

    private static Optional<Breach> gangsRunTogether(Runs runs, Workload workload) {
        History history = runs.run(workload);
        return Metrics.of(history).jobs().stream()
                .filter(job -> job.coStopped() > 0)
                .findFirst()
                .flatMap(job -> Breach.in(
                        history, job.job() + " waits for " + job.coStopped() + " while others of its gang run"));
    }

    private static Optional<Breach> groupsShare(Runs runs, Workload workload) {
        History history = runs.run(workload);
        boolean limited = workload.groups().stream().anyMatch(group -> group.quota() > 0);
        for (TaskInfo.Group group : workload.groups()) {
            long ran = workload.jobs().stream()
                    .filter(job -> inside(workload, job.task().group(), group.id()))
                    .mapToLong(job -> Metrics.got(history, job.id(), 0, history.end()))
                    .sum();
            long most = group.quota() * (history.end() / Math.max(1, group.period()) + 1) + workload.cpus();
            if (group.quota() > 0 && ran > most) {
                return Breach.in(history, group.name() + " runs for " + ran + "; its quota allows " + most);
            }
        }
        long fair = (workload.jobs().size() + workload.groups().size()) * longestSlice(history);
        return Metrics.of(history).jobs().stream()
                .filter(job -> !limited && job.lag() > fair)
                .findFirst()
                .flatMap(job -> Breach.in(
                        history,
                        job.job() + " is " + job.lag() + " away from its share; at most " + fair + " is fair"));
    }

    private static boolean inside(Workload workload, int group, int outer) {
        return group == outer
                || workload.groups().stream()
                        .anyMatch(g -> g.id() == group && g.parent() != 0 && inside(workload, g.parent(), outer));
    }
}
