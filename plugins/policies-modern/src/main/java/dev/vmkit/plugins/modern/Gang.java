package dev.vmkit.plugins.modern;

import dev.vmkit.api.PolicyContext;
import dev.vmkit.api.SchedulerEvent.OfTask;
import dev.vmkit.api.StateTree;
import dev.vmkit.api.TaskInfo;
import dev.vmkit.api.TaskPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Strict co-scheduling (Ousterhout 1982): time is cut into slots, and in each one a gang runs, all of its tasks that can, or
 * none, so that nobody spins for a lock whose holder does not run. Lone tasks fill the processors that are left.
 */
public final class Gang extends TaskPolicy<TaskPolicy.Task> {
    private long slice;
    private int cpus;
    private int gang;
    private long slotEnd;

    @Override
    public void start(PolicyContext context) {
        slice = context.parameters().number("slice");
        cpus = context.cpus();
    }

    @Override
    protected Task task(TaskInfo info) {
        return new Task(info);
    }

    @Override
    protected void happened(Task task, OfTask event) {
        boolean over = gang != 0 && tasks().stream().noneMatch(other -> of(other) == gang && !blocked(other));
        slotEnd = over ? Math.min(slotEnd, event.now()) : slotEnd;
    }

    private static int of(Task task) {
        return task.info().gang();
    }

    @Override
    protected Decision decide(int cpu, long now) {
        List<Task> waiting = waiting(cpu).toList();
        if (waiting.isEmpty()) {
            return new Decision.Idle();
        }
        if (now < slotEnd) {
            return fill(waiting, now);
        }
        Task first = waiting.getFirst();
        gang = of(first);
        slotEnd = now + slice;
        return gang == 0 ? new Decision.Run(first.id(), slice) : new Decision.RunGang(placed(first, cpu), slice);
    }

    /** In a gang's slot, those of it that wake join, and lone tasks fill what is left. */
    private Decision fill(List<Task> waiting, long now) {
        return waiting.stream()
                .filter(task -> of(task) == gang)
                .findFirst()
                .or(() -> waiting.stream().filter(task -> of(task) == 0).findFirst())
                .<Decision>map(task -> new Decision.Run(task.id(), slotEnd - now))
                .orElse(new Decision.Idle(slotEnd));
    }

    /** Its gang by processors, itself on the one that asked; as many as there are processors they may run on. */
    private Map<Integer, Integer> placed(Task first, int cpu) {
        Map<Integer, Integer> places = new TreeMap<>();
        places.put(cpu, first.id());
        List<Task> others = new ArrayList<>(
                waiting().filter(task -> task != first && of(task) == gang).toList());
        for (int other = 0; other < cpus; other++) {
            int here = other;
            if (other != cpu) {
                others.stream()
                        .filter(task -> task.info().runsOn(here))
                        .findFirst()
                        .ifPresent(task -> {
                            places.put(here, task.id());
                            others.remove(task);
                        });
            }
        }
        return places;
    }

    @Override
    public boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
        return now < slotEnd && gang != 0 && candidate.gang() == gang && running.gang() != gang;
    }

    @Override
    protected StateTree saveRest() {
        return StateTree.EMPTY.with("gang", gang).with("slot-end", slotEnd);
    }

    @Override
    protected void loadRest(StateTree state) {
        long end = state.number("slot-end", 0, Long.MAX_VALUE);
        gang = (int) state.number("gang", 0, Integer.MAX_VALUE);
        slotEnd = end;
    }
}
