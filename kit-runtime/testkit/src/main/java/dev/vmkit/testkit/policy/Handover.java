package dev.vmkit.testkit.policy;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent;
import dev.vmkit.api.SchedulerPolicy;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;

/** A policy whose place another one can take in the middle of a run. */
final class Handover implements SchedulerPolicy {
    private SchedulerPolicy current;

    Handover(SchedulerPolicy first) {
        current = first;
    }

    void to(SchedulerPolicy next) {
        current = next;
    }

    @Override
    public void start(PolicyContext context) {
        current.start(context);
    }

    @Override
    public void on(SchedulerEvent event) {
        current.on(event);
    }

    @Override
    public Decision pick(int cpu, long now) {
        return current.pick(cpu, now);
    }

    @Override
    public boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
        return current.preempts(candidate, running, now);
    }

    @Override
    public StateTree save() {
        return current.save();
    }

    @Override
    public void load(StateTree state) {
        current.load(state);
    }
}
