package dev.vmkit.plugins.modern;

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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Like Linux' completely fair scheduler, from 2007 to 2023: every task has a virtual run time, which its weight slows down,
 * and who has the least runs next, for its share of a period in which all have a turn. A task that slept comes back a
 * little before the others, so that it is served soon, but not with all it did not use.
 */
public final class CompletelyFair extends TaskPolicy<CompletelyFair.Entity> {
    private long latency;
    private long granularity;
    private long least;

    /** A task and its virtual run time. */
    static final class Entity extends TaskPolicy.Task {
        private final VirtualTime runtime;

        Entity(TaskInfo info) {
            super(info);
            runtime = new VirtualTime(info.weight());
        }

        long runtime() {
            return runtime.now();
        }

        @Override
        protected StateTree save() {
            return runtime.save();
        }

        @Override
        protected void load(StateTree state) {
            runtime.load(state);
        }
    }

    @Override
    public void start(PolicyContext context) {
        latency = context.parameters().number("latency");
        granularity = context.parameters().number("granularity");
    }

    @Override
    protected Entity task(TaskInfo info) {
        return new Entity(info);
    }

    @Override
    protected void happened(Entity task, OfTask event) {
        switch (event) {
            case Charged e -> task.runtime.run(e.ran());
            case Changed e -> task.runtime.weigh(e.info().weight());
            case Arrived _ -> task.runtime.moveTo(least(task));
            case Woke _ ->
                task.runtime.atLeast(least(task)
                        - latency / 2 * VirtualTime.UNIT / task.info().weight());
            default -> {}
        }
        least = Math.max(least, least(null));
    }

    /** The least virtual run time of those that are there; it never goes back. */
    private long least(@Nullable Entity apart) {
        return tasks().stream()
                .filter(task -> task != apart && !blocked(task))
                .mapToLong(Entity::runtime)
                .min()
                .stream()
                .map(now -> Math.max(now, least))
                .findFirst()
                .orElse(least);
    }

    @Override
    protected Decision decide(int cpu, long now) {
        Optional<Entity> first = waiting(cpu).min(Comparator.comparingLong(Entity::runtime));
        return run(first, first.map(this::share).orElse(granularity));
    }

    /** Its share of the period, but not so little that switching costs more than it gains. */
    private long share(Entity task) {
        long all = tasks().stream()
                .filter(other -> !blocked(other))
                .mapToLong(other -> other.info().weight())
                .sum();
        return Math.max(granularity, latency * task.info().weight() / all);
    }

    @Override
    public boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
        long lead = granularity * VirtualTime.UNIT / candidate.weight();
        return task(candidate.id()).runtime() + lead < task(running.id()).runtime();
    }

    @Override
    protected StateTree saveRest() {
        return StateTree.EMPTY.with("least", least);
    }

    @Override
    protected void loadRest(StateTree state) {
        least = state.number("least");
    }
}
