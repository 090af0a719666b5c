package dev.vmkit.plugins.modern;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent.Arrived;
import dev.vmkit.api.SchedulerEvent.Blocked;
import dev.vmkit.api.SchedulerEvent.Changed;
import dev.vmkit.api.SchedulerEvent.Charged;
import dev.vmkit.api.SchedulerEvent.Exited;
import dev.vmkit.api.SchedulerEvent.OfTask;
import dev.vmkit.api.SchedulerEvent.Woke;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Earliest eligible virtual deadline first (Stoica and Abdel-Wahab 1995; Linux since 6.6): of the tasks that have not had
 * more than their share, the one runs whose request for a slice is due first. A task keeps what it is owed, or owes, while
 * it sleeps.
 */
public final class EarliestEligible extends TaskPolicy<EarliestEligible.Entity> {
    private long slice;
    /** The virtual time at which the last task left, for when none is there. */
    private long idleTime;

    /** A task, its virtual run time, when its request is due, and what it is owed while it sleeps. */
    static final class Entity extends TaskPolicy.Task {
        private final VirtualTime runtime;
        private long deadline;
        private long lag;
        private boolean there;

        Entity(TaskInfo info) {
            super(info);
            runtime = new VirtualTime(info.weight());
        }

        long runtime() {
            return runtime.now();
        }

        long deadline() {
            return deadline;
        }

        @Override
        protected StateTree save() {
            return runtime.save().with("deadline", deadline).with("lag", lag).with("there", there ? 1 : 0);
        }

        @Override
        protected void load(StateTree state) {
            there = state.flag("there");
            deadline = state.number("deadline");
            lag = state.number("lag");
            runtime.load(state);
        }
    }

    @Override
    public void start(PolicyContext context) {
        slice = context.parameters().number("slice");
    }

    @Override
    protected Entity task(TaskInfo info) {
        return new Entity(info);
    }

    @Override
    protected void happened(Entity task, OfTask event) {
        switch (event) {
            case Charged e -> {
                task.runtime.run(e.ran());
                if (task.runtime() >= task.deadline) {
                    task.deadline = task.runtime() + request(task);
                }
            }
            case Arrived _, Woke _ -> join(task);
            case Blocked _, Exited _ -> leave(task);
            case Changed e -> weigh(task, e.info().weight());
            default -> {}
        }
    }

    /** A new task is owed nothing. Its coming moves the mean, so it comes a little further off to be owed the same after. */
    private void join(Entity task) {
        long others = weight();
        long mean = mean();
        long more = others == 0 ? 0 : task.lag / others * task.info().weight();
        task.runtime.moveTo(mean - task.lag - more);
        task.deadline = task.runtime() + request(task);
        task.there = true;
    }

    /** Nobody is owed, or owes, more than a request. */
    private void leave(Entity task) {
        if (task.there) {
            long most = request(task);
            task.lag = Math.clamp(mean() - task.runtime(), -most, most);
            idleTime = mean();
            task.there = false;
        }
    }

    private void weigh(Entity task, int weight) {
        task.runtime.weigh(weight);
        task.deadline = Math.min(task.deadline, task.runtime() + request(task));
    }

    private long request(Entity task) {
        return slice * VirtualTime.UNIT / task.info().weight();
    }

    private List<Entity> there() {
        return tasks().stream().filter(task -> task.there).toList();
    }

    private long weight() {
        return there().stream().mapToLong(task -> task.info().weight()).sum();
    }

    /** The virtual time: the mean of all run times, by weight. */
    private long mean() {
        List<Entity> all = there();
        long least = all.stream().mapToLong(Entity::runtime).min().orElse(idleTime);
        long sum = all.stream()
                .mapToLong(task -> (task.runtime() - least) * task.info().weight())
                .sum();
        return least + (all.isEmpty() ? 0 : Math.floorDiv(sum, weight()));
    }

    @Override
    protected Decision decide(int cpu, long now) {
        long mean = mean();
        Optional<Entity> first = waiting(cpu)
                .filter(task -> task.runtime() <= mean)
                .min(Comparator.comparingLong(Entity::deadline))
                .or(() -> waiting(cpu).min(Comparator.comparingLong(Entity::runtime)));
        return run(first, first.map(EarliestEligible::left).orElse(slice));
    }

    /** What is left of its request. */
    private static long left(Entity task) {
        long virtual = task.deadline - task.runtime();
        return Math.max(1, Math.ceilDiv(virtual * task.info().weight(), VirtualTime.UNIT));
    }

    @Override
    public boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
        Entity comes = task(candidate.id());
        return comes.runtime() <= mean() && comes.deadline < task(running.id()).deadline;
    }

    @Override
    protected StateTree saveRest() {
        return StateTree.EMPTY.with("idle-time", idleTime);
    }

    @Override
    protected void loadRest(StateTree state) {
        idleTime = state.number("idle-time");
    }
}
