package dev.vmkit.plugins.classic;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;

/** Tasks take turns of equal length. */
public final class RoundRobin extends TaskPolicy<TaskPolicy.Task> {
    private long slice;

    @Override
    public void start(PolicyContext context) {
        slice = context.parameters().number("slice");
    }

    @Override
    protected Task task(TaskInfo info) {
        return new Task(info);
    }

    @Override
    protected Decision decide(int cpu, long now) {
        return run(waiting(cpu).findFirst(), slice);
    }
}
