package dev.vmkit.plugins.classic;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent.OfTask;
import dev.vmkit.api.SchedulerEvent.Ready;
import dev.vmkit.api.SchedulerEvent.SliceEnded;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;
import java.util.Optional;

/**
 * The highest priority runs, equal ones take turns. With aging, a task that waits gains a level every so often, and loses
 * them again when it runs, so that nobody starves.
 */
public final class Priority extends TaskPolicy<Priority.Ranked> {
    private long slice;
    private long aging;

    /** A task, and since when it waits. */
    static final class Ranked extends TaskPolicy.Task {
        private long since;

        Ranked(TaskInfo info) {
            super(info);
        }

        @Override
        protected StateTree save() {
            return StateTree.EMPTY.with("since", since);
        }

        @Override
        protected void load(StateTree state) {
            since = state.number("since", 0, Long.MAX_VALUE);
        }
    }

    @Override
    public void start(PolicyContext context) {
        slice = context.parameters().number("slice");
        aging = context.parameters().number("aging");
    }

    @Override
    protected Ranked task(TaskInfo info) {
        return new Ranked(info);
    }

    @Override
    protected void happened(Ranked task, OfTask event) {
        if (event instanceof Ready) {
            task.since = event.now();
        }
        if (event instanceof SliceEnded && task.sliceLeft() > 0) {
            putFirst(task); // it had to make room, and goes on before others of its priority
        }
    }

    @Override
    protected Decision decide(int cpu, long now) {
        Optional<Ranked> first = waiting(cpu).reduce((a, b) -> level(b, now) > level(a, now) ? b : a);
        return run(first, slice);
    }

    private long level(Ranked task, long now) {
        return task.info().priority() + (aging == 0 ? 0 : (now - task.since) / aging);
    }

    @Override
    public boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
        return candidate.priority() > running.priority();
    }
}
