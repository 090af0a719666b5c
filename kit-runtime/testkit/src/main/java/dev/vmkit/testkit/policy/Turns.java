package dev.vmkit.testkit.policy;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;
import dev.vmkit.layers.schedule.PolicySetup;
import dev.vmkit.layers.simulate.History;
import dev.vmkit.layers.simulate.Simulator;
import dev.vmkit.layers.simulate.Workload;

/** Plain turns, to compare charts with. */
final class Turns extends TaskPolicy<TaskPolicy.Task> {
    private static final long SLICE = 4;

    static History run(Workload workload) {
        return Simulator.run(
                workload, new Turns(), new PolicySetup("plain turns", workload.cpus(), new NoParameters(), 1));
    }

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
}
