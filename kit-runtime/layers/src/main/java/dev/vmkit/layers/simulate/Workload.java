package dev.vmkit.layers.simulate;

import dev.vmkit.api.TaskInfo;
import java.util.List;

/**
 * Jobs for some processors.
 *
 * @param groups what the jobs' groups are; outer groups before inner ones
 * @param jobs in the order in which those are told of that arrive or wake at one moment
 * @param until when to stop even if jobs are left; {@link Long#MAX_VALUE} for never
 */
public record Workload(String name, int cpus, List<TaskInfo.Group> groups, List<Job> jobs, long until) {
    public Workload {
        groups = List.copyOf(groups);
        jobs = List.copyOf(jobs);
    }

    /** Jobs for one processor. */
    public static Workload of(String name, List<Job> jobs) {
        return new Workload(name, 1, List.of(), jobs, Long.MAX_VALUE);
    }

    public Workload withJobs(List<Job> others) {
        return new Workload(name, cpus, groups, others, until);
    }

    public Workload withCpus(int number) {
        return new Workload(name, number, groups, jobs, until);
    }

    public Workload until(long time) {
        return new Workload(name, cpus, groups, jobs, time);
    }

    /** The job of a task. */
    public Job job(int task) {
        return jobs.stream().filter(job -> job.id() == task).findFirst().orElseThrow();
    }

    /** The computing time of all jobs. */
    public long work() {
        return jobs.stream().mapToLong(Job::length).sum();
    }
}
