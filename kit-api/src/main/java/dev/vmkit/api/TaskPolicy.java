package dev.vmkit.api;

import dev.vmkit.api.SchedulerEvent.Arrived;
import dev.vmkit.api.SchedulerEvent.Blocked;
import dev.vmkit.api.SchedulerEvent.Changed;
import dev.vmkit.api.SchedulerEvent.Charged;
import dev.vmkit.api.SchedulerEvent.Exited;
import dev.vmkit.api.SchedulerEvent.OfTask;
import dev.vmkit.api.SchedulerEvent.Ready;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * A policy that keeps something of every task. It knows the tasks, which of them wait for their turn and in what order they
 * began to, and saves all of it, so that what is left to write is how to choose.
 *
 * @param <T> what is kept of a task
 */
@Experimental(Use.IMPLEMENT)
public abstract class TaskPolicy<T extends TaskPolicy.Task> implements SchedulerPolicy {
    private static final int NOWHERE = -1;

    private final Map<Integer, T> tasks = new LinkedHashMap<>();
    private final SequencedSet<T> waiting = new LinkedHashSet<>();

    /** A task and what a policy keeps of it. */
    public static class Task {
        private TaskInfo info;
        private int cpu = NOWHERE;
        private long left;

        public Task(TaskInfo info) {
            this.info = info;
        }

        /** What was told of it last. */
        public final TaskInfo info() {
            return info;
        }

        public final int id() {
            return info.id();
        }

        /** The processor it runs on, if it does. */
        public final Optional<Integer> cpu() {
            return cpu == NOWHERE ? Optional.empty() : Optional.of(cpu);
        }

        /** What it has not yet used of the slice it got last; 0 if it used that up. */
        public final long sliceLeft() {
            return left;
        }

        /** What a subclass keeps, written down. */
        protected StateTree save() {
            return StateTree.EMPTY;
        }

        /**
         * Takes up what a subclass keeps.
         *
         * @throws IllegalArgumentException if it is no state of a task
         */
        protected void load(StateTree state) {}
    }

    /** The time a task was served, divided by its weight, without rounding errors that add up. */
    public static final class VirtualTime {
        /** A unit of time of a task of weight 1; weights to 16, and many round ones, divide it evenly. */
        public static final long UNIT = 3_603_600;

        private int weight;
        private long base;
        private long served;

        public VirtualTime(int weight) {
            this.weight = weight;
        }

        /** What it is now, in parts of {@link #UNIT}. */
        public long now() {
            return base + served / weight * UNIT + served % weight * UNIT / weight;
        }

        /** The task ran. */
        public void run(long time) {
            served += time;
        }

        /** Sets it. */
        public void moveTo(long time) {
            base = time;
            served = 0;
        }

        /** Sets it to {@code time} if it is less. */
        public void atLeast(long time) {
            if (now() < time) {
                moveTo(time);
            }
        }

        /** The task has another weight from now on. */
        public void weigh(int other) {
            moveTo(now());
            weight = other;
        }

        /** It written down. */
        public StateTree save() {
            return StateTree.EMPTY.with("weight", weight).with("base", base).with("served", served);
        }

        /**
         * Takes up what {@link #save} wrote down.
         *
         * @throws IllegalArgumentException if it did not
         */
        public void load(StateTree state) {
            long saved = state.number("served", 0, Long.MAX_VALUE);
            weight = (int) state.number("weight", 1, TaskInfo.MOST_WEIGHT);
            base = state.number("base");
            served = saved;
        }
    }

    /** A new task. */
    protected abstract T task(TaskInfo info);

    /** What the processor runs now; the same contract as {@link #pick}. */
    protected abstract Decision decide(int cpu, long now);

    /** Something happened to a task; whether it waits is already known. */
    protected void happened(T task, OfTask event) {}

    /** Something else happened. */
    protected void happened(SchedulerEvent event) {}

    /** All tasks, in order of arrival. */
    protected final Collection<T> tasks() {
        return Collections.unmodifiableCollection(tasks.values());
    }

    /** The task of that number; it must exist. */
    protected final T task(int id) {
        return Optional.ofNullable(tasks.get(id))
                .orElseThrow(() -> new IllegalArgumentException("there is no task " + id));
    }

    /** The tasks that wait for their turn and may run there, who has waited longest first. */
    protected final Stream<T> waiting(int cpu) {
        return waiting.stream().filter(task -> task.info().runsOn(cpu));
    }

    /** The tasks that wait for their turn anywhere, who has waited longest first. */
    protected final Stream<T> waiting() {
        return List.copyOf(waiting).stream();
    }

    /** Whether the task waits for something else than its turn. */
    protected final boolean blocked(T task) {
        return !waiting.contains(task) && task.cpu().isEmpty();
    }

    /** Lets a task that waits wait in front of all others. */
    protected final void putFirst(T task) {
        waiting.addFirst(task);
    }

    /** Lets a task that waits wait behind all others. */
    protected final void putLast(T task) {
        waiting.addLast(task);
    }

    /** The decision to run that task, or nothing at all if there is none. */
    protected static Decision run(Optional<? extends Task> task, long slice) {
        return task.<Decision>map(chosen -> new Decision.Run(chosen.id(), slice))
                .orElse(new Decision.Idle());
    }

    @Override
    public final void on(SchedulerEvent event) {
        switch (event) {
            case Arrived e -> {
                tasks.put(e.task(), task(e.info()));
                on(task(e.task()), e);
            }
            case OfTask e -> on(task(e.task()), e);
            default -> happened(event);
        }
    }

    private void on(T task, OfTask event) {
        Task kept = task;
        switch (event) {
            case Ready _ -> {
                kept.cpu = NOWHERE;
                waiting.addLast(task);
            }
            case Charged e -> kept.left = Math.max(0, kept.left - e.ran());
            case Blocked _ -> kept.cpu = NOWHERE;
            case Changed e -> kept.info = e.info();
            case Exited e -> {
                kept.cpu = NOWHERE;
                waiting.remove(task);
                tasks.remove(e.task());
            }
        }
        happened(task, event);
    }

    @Override
    public final Decision pick(int cpu, long now) {
        Decision decision = decide(cpu, now);
        switch (decision) {
            case Decision.Run(int id, long slice) -> place(id, cpu, slice);
            case Decision.RunGang(var gang, long slice) -> gang.forEach((on, id) -> place(id, on, slice));
            case Decision.Idle _ -> {}
        }
        return decision;
    }

    /** A task that does not exist is refused by the host, which says more of it. */
    private void place(int id, int cpu, long slice) {
        Task task = tasks.get(id);
        if (task != null) {
            task.cpu = cpu;
            task.left = slice;
            waiting.remove(task);
        }
    }

    /** What the policy keeps besides its tasks, written down. */
    protected StateTree saveRest() {
        return StateTree.EMPTY;
    }

    /**
     * Takes up what the policy keeps besides its tasks.
     *
     * @throws IllegalArgumentException if it is no state of this policy; then nothing has changed
     */
    protected void loadRest(StateTree state) {}

    @Override
    public final StateTree save() {
        StateTree all = StateTree.EMPTY;
        for (T task : tasks.values()) {
            Task kept = task;
            StateTree one = StateTree.EMPTY
                    .with("info", kept.info.save())
                    .with("cpu", kept.cpu)
                    .with("left", kept.left)
                    .with("kept", task.save());
            all = all.with(Integer.toString(task.id()), one);
        }
        List<Integer> queue = waiting.stream().map(Task::id).toList();
        return StateTree.EMPTY.with("tasks", all).with("waiting", queue).with("rest", saveRest());
    }

    @Override
    public final void load(StateTree state) {
        Map<Integer, T> loaded = new LinkedHashMap<>();
        StateTree all = state.tree("tasks");
        all.values().keySet().forEach(name -> {
            T task = loadTask(all.tree(name));
            loaded.put(task.id(), task);
        });
        List<T> queue = new ArrayList<>();
        for (long id : state.numbers("waiting")) {
            T task = loaded.get((int) id);
            if (task == null || task.id() != id || task.cpu().isPresent()) {
                throw new IllegalArgumentException("task " + id + " cannot wait for its turn");
            }
            queue.add(task);
        }
        loadRest(state.tree("rest"));
        tasks.clear();
        tasks.putAll(loaded);
        waiting.clear();
        waiting.addAll(queue);
    }

    private T loadTask(StateTree state) {
        T task = task(TaskInfo.load(state.tree("info")));
        ((Task) task).cpu = (int) state.number("cpu", NOWHERE, 63);
        ((Task) task).left = state.number("left", 0, Long.MAX_VALUE);
        task.load(state.tree("kept"));
        return task;
    }
}
