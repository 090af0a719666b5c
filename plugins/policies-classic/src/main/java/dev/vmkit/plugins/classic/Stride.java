package dev.vmkit.plugins.classic;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent.Arrived;
import dev.vmkit.api.SchedulerEvent.Changed;
import dev.vmkit.api.SchedulerEvent.Charged;
import dev.vmkit.api.SchedulerEvent.OfTask;
import dev.vmkit.api.SchedulerEvent.Woke;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;
import java.util.Comparator;

/**
 * A lottery without luck: who runs is charged its time divided by its tickets, its pass, and who has the smallest pass runs
 * next (Waldspurger and Weihl 1995). A task that comes back starts at the smallest pass of those that are there.
 */
public final class Stride extends TaskPolicy<Stride.Strider> {
    private long slice;

    /** A task and its pass. */
    static final class Strider extends TaskPolicy.Task {
        private final VirtualTime pass;

        Strider(TaskInfo info) {
            super(info);
            pass = new VirtualTime(info.weight());
        }

        long pass() {
            return pass.now();
        }

        @Override
        protected StateTree save() {
            return pass.save();
        }

        @Override
        protected void load(StateTree state) {
            pass.load(state);
        }
    }

    @Override
    public void start(PolicyContext context) {
        slice = context.parameters().number("slice");
    }

    @Override
    protected Strider task(TaskInfo info) {
        return new Strider(info);
    }

    @Override
    protected void happened(Strider task, OfTask event) {
        switch (event) {
            case Charged e -> task.pass.run(e.ran());
            case Changed e -> task.pass.weigh(e.info().weight());
            case Arrived _, Woke _ -> task.pass.atLeast(smallest(task));
            default -> {}
        }
    }

    private long smallest(Strider apart) {
        return tasks().stream()
                .filter(task -> task != apart && !blocked(task))
                .mapToLong(Strider::pass)
                .min()
                .orElse(0);
    }

    @Override
    protected Decision decide(int cpu, long now) {
        return run(waiting(cpu).min(Comparator.comparingLong(Strider::pass)), slice);
    }
}
