package dev.vmkit.plugins.classic;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent.Charged;
import dev.vmkit.api.SchedulerEvent.OfTask;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;
import java.util.Comparator;

/**
 * The job that has least left to do runs: the shortest mean turnaround there is, if lengths are known. A job of unknown
 * length comes last. If preemptive, a shorter job that arrives takes the place of a longer one (shortest remaining time).
 */
public final class ShortestJob extends TaskPolicy<ShortestJob.Job> {
    private boolean preemptive;

    /** A task, and what is left of it. */
    static final class Job extends TaskPolicy.Task {
        private long left;

        Job(TaskInfo info) {
            super(info);
            left = length(info);
        }

        long left() {
            return left;
        }

        @Override
        protected StateTree save() {
            return StateTree.EMPTY.with("left", left);
        }

        @Override
        protected void load(StateTree state) {
            left = state.number("left");
        }
    }

    private static long length(TaskInfo info) {
        return info.length() < 0 ? Long.MAX_VALUE : info.length();
    }

    @Override
    public void start(PolicyContext context) {
        preemptive = context.parameters().flag("preemptive");
    }

    @Override
    protected Job task(TaskInfo info) {
        return new Job(info);
    }

    @Override
    protected void happened(Job job, OfTask event) {
        if (event instanceof Charged charged && job.left != Long.MAX_VALUE) {
            job.left -= charged.ran();
        }
    }

    @Override
    protected Decision decide(int cpu, long now) {
        return run(waiting(cpu).min(Comparator.comparingLong(Job::left)), Long.MAX_VALUE);
    }

    @Override
    public boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
        return preemptive && task(candidate.id()).left < task(running.id()).left;
    }
}
