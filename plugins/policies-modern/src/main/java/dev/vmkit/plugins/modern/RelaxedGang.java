package dev.vmkit.plugins.modern;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent.Arrived;
import dev.vmkit.api.SchedulerEvent.Charged;
import dev.vmkit.api.SchedulerEvent.OfTask;
import dev.vmkit.api.SchedulerEvent.Woke;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;
import java.util.List;
import java.util.Optional;

/**
 * Relaxed co-scheduling, as ESX has it since version 3: the tasks of a gang take turns like any others, but one that has
 * run too far ahead of its slowest sibling stops itself until that has caught up. No processor is kept free for a gang.
 */
public final class RelaxedGang extends TaskPolicy<RelaxedGang.Member> {
    private long slice;
    private long skew;

    /** A task, and how far it has come beside its gang. */
    static final class Member extends TaskPolicy.Task {
        private long progress;

        Member(TaskInfo info) {
            super(info);
        }

        @Override
        protected StateTree save() {
            return StateTree.EMPTY.with("progress", progress);
        }

        @Override
        protected void load(StateTree state) {
            progress = state.number("progress", 0, Long.MAX_VALUE);
        }
    }

    @Override
    public void start(PolicyContext context) {
        slice = context.parameters().number("slice");
        skew = context.parameters().number("skew");
    }

    @Override
    protected Member task(TaskInfo info) {
        return new Member(info);
    }

    @Override
    protected void happened(Member task, OfTask event) {
        switch (event) {
            case Charged e -> task.progress += e.ran();
            case Arrived _, Woke _ -> task.progress = Math.max(task.progress, slowest(task));
            default -> {}
        }
    }

    /** How far the slowest of its siblings has come that can run, or itself if there is none. */
    private long slowest(Member task) {
        return tasks().stream()
                .filter(other ->
                        other != task && other.info().gang() == task.info().gang() && !blocked(other))
                .mapToLong(other -> other.progress)
                .min()
                .orElse(task.progress);
    }

    private long lead(Member task) {
        return task.info().gang() == 0 ? 0 : Math.max(0, task.progress - slowest(task));
    }

    @Override
    protected Decision decide(int cpu, long now) {
        List<Member> waiting = waiting(cpu).toList();
        Optional<Member> first =
                waiting.stream().filter(task -> lead(task) < skew).findFirst();
        if (first.isEmpty()) {
            return waiting.isEmpty() ? new Decision.Idle() : new Decision.Idle(now + slice);
        }
        boolean lone = first.get().info().gang() == 0;
        return run(first, lone ? slice : Math.min(slice, skew - lead(first.get())));
    }
}
