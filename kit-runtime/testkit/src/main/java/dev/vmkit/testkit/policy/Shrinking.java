package dev.vmkit.testkit.policy;

import dev.vmkit.api.TaskInfo;
import dev.vmkit.layers.simulate.Job;
import dev.vmkit.layers.simulate.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes a workload smaller as long as it still breaks a law: fewer jobs, shorter ones, simpler ones. */
final class Shrinking {
    private static final int MOST_TRIES = 2_000;

    private final Predicate<Workload> breaks;
    private int tries;

    Shrinking(Predicate<Workload> breaks) {
        this.breaks = breaks;
    }

    /** The smallest that was found. */
    Workload shrink(Workload failing) {
        Workload smallest = failing;
        Optional<Workload> next = Optional.of(failing);
        while (next.isPresent()) {
            smallest = next.get();
            next = smaller(smallest).filter(this::stillBreaks).findFirst();
        }
        return smallest;
    }

    private boolean stillBreaks(Workload workload) {
        tries++;
        return tries <= MOST_TRIES && breaks.test(workload);
    }

    /** Smaller workloads, the smallest first. */
    private static Stream<Workload> smaller(Workload workload) {
        List<Job> jobs = workload.jobs();
        Stream<Workload> without = Stream.iterate(0, i -> i < jobs.size() && jobs.size() > 1, i -> i + 1)
                .map(i -> workload.withJobs(replaced(jobs, i, List.of())));
        Stream<Workload> simpler = Stream.iterate(0, i -> i < jobs.size(), i -> i + 1)
                .flatMap(i -> simpler(jobs.get(i)).map(job -> workload.withJobs(replaced(jobs, i, List.of(job)))));
        Stream<Workload> fewer =
                workload.cpus() > 1 ? Stream.of(workload.withCpus(workload.cpus() - 1)) : Stream.empty();
        return Stream.of(without, fewer, simpler).flatMap(all -> all).filter(Shrinking::placeable);
    }

    /** Every job may run on some processor that is left. */
    private static boolean placeable(Workload workload) {
        return workload.jobs().stream()
                .allMatch(job -> Stream.iterate(0, cpu -> cpu < workload.cpus(), cpu -> cpu + 1)
                        .anyMatch(job.task()::runsOn));
    }

    private static List<Job> replaced(List<Job> jobs, int index, List<Job> by) {
        List<Job> all = new ArrayList<>(jobs.subList(0, index));
        all.addAll(by);
        all.addAll(jobs.subList(index + 1, jobs.size()));
        return all;
    }

    private static Stream<Job> simpler(Job job) {
        TaskInfo task = job.task();
        TaskInfo plain = TaskInfo.of(task.id(), task.name()).withLength(task.length());
        Stream<Job> ways = Stream.of(
                job.as(plain),
                new Job(task, job.arrives(), job.length(), Long.MAX_VALUE, Optional.empty(), List.of()),
                job.at(0),
                job.lasting(1),
                job.lasting(Math.max(1, job.length() / 2)),
                job.lasting(Math.max(1, job.length() - 1)),
                job.at(job.arrives() / 2),
                job.as(task.withWeight(1)),
                job.as(task.withPriority(0)),
                job.as(task.withSize(0)),
                job.as(task.withGang(0)),
                job.as(task.withAffinity(TaskInfo.ANY_CPU)),
                job.as(task.withGroup(0)));
        return ways.filter(way -> !way.equals(job));
    }
}
