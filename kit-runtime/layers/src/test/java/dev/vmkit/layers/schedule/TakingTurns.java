package dev.vmkit.layers.schedule;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;

/** The policy of these tests: turns of 4, and a larger priority takes a smaller one's place. */
public class TakingTurns extends TaskPolicy<TaskPolicy.Task> {
    public static final long SLICE = 4;

    @Override
    public void start(PolicyContext context) {}

    @Override
    protected Task task(TaskInfo info) {
        return new Task(info);
    }

    @Override
    protected Decision decide(int cpu, long now) {
        return run(waiting(cpu).findFirst(), SLICE);
    }

    @Override
    public boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
        return candidate.priority() > running.priority();
    }
}
