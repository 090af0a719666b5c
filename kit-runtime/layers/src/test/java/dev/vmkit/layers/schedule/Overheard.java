package dev.vmkit.layers.schedule;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import java.util.List;

/** A policy, and all it was told. */
record Overheard(SchedulerPolicy policy, List<SchedulerEvent> told) implements SchedulerPolicy {
    @Override
    public void start(PolicyContext context) {
        policy.start(context);
    }

    @Override
    public void on(SchedulerEvent event) {
        told.add(event);
        policy.on(event);
    }

    @Override
    public Decision pick(int cpu, long now) {
        return policy.pick(cpu, now);
    }

    @Override
    public boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
        return policy.preempts(candidate, running, now);
    }

    @Override
    public StateTree save() {
        return policy.save();
    }

    @Override
    public void load(StateTree state) {
        policy.load(state);
    }
}
