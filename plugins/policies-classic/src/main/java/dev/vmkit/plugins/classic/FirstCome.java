package dev.vmkit.plugins.classic;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;

/** Who has waited longest runs until it is done or waits for something: batch processing. */
public final class FirstCome extends TaskPolicy<TaskPolicy.Task> {
    @Override
    public void start(PolicyContext context) {}

    @Override
    protected Task task(TaskInfo info) {
        return new Task(info);
    }

    @Override
    protected Decision decide(int cpu, long now) {
        return run(waiting(cpu).findFirst(), Long.MAX_VALUE);
    }
}
