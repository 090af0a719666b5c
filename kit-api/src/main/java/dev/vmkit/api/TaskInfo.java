package dev.vmkit.api;

import java.util.Optional;

/**
 * What a policy may know of a task; a task is whatever takes turns: a job, a program, a virtual processor, a container's
 * thread. Times are in the host's units of virtual time.
 *
 * @param id unique among the tasks of a run
 * @param name for people
 * @param group the {@link Group} it belongs to, 0 for none
 * @param weight its share relative to others, within [1, {@value #MOST_WEIGHT}]; a lottery's tickets
 * @param cap the most it may get, in per cent of one processor; 0 for no limit
 * @param priority larger runs first
 * @param size memory in words, 0 if unknown
 * @param length work left if it is known, otherwise -1
 * @param reservation the time it needs again and again, if it has to be in time
 * @param gang tasks of one gang want to run at the same time; 0 for none
 * @param affinity the processors it may run on, processor n by bit n; never 0
 */
@Experimental(Use.CALL)
public record TaskInfo(
        int id,
        String name,
        int group,
        int weight,
        int cap,
        int priority,
        long size,
        long length,
        Optional<Reservation> reservation,
        int gang,
        long affinity) {
    /** The largest weight. */
    public static final int MOST_WEIGHT = 1_000_000;
    /** The affinity of a task that may run anywhere. */
    public static final long ANY_CPU = -1;

    public TaskInfo {
        require(id >= 0 && group >= 0 && gang >= 0 && cap >= 0 && size >= 0 && length >= -1, "a number is negative");
        require(weight >= 1 && weight <= MOST_WEIGHT, "a weight is within 1 to " + MOST_WEIGHT);
        require(affinity != 0, "a task may run on some processor");
    }

    /** A task of weight 1 that asks for nothing in particular. */
    public static TaskInfo of(int id, String name) {
        return new TaskInfo(id, name, 0, 1, 0, 0, 0, -1, Optional.empty(), 0, ANY_CPU);
    }

    /** Whether it may run on that processor, within [0, 63]. */
    public boolean runsOn(int cpu) {
        return (affinity >>> cpu & 1) == 1;
    }

    /**
     * Computing time that a task needs in every period, and by when.
     *
     * @param budget time in a period, at least 1
     * @param deadline how long after the start of a period it is needed, within [budget, period]
     * @param period from one start to the next
     */
    public record Reservation(long budget, long deadline, long period) {
        public Reservation {
            require(budget >= 1 && budget <= deadline && deadline <= period, "1 <= budget <= deadline <= period");
        }
    }

    /**
     * Tasks, and groups of them, that share what their group gets.
     *
     * @param id at least 1
     * @param parent the group it lies in, 0 for the outermost
     * @param weight its share relative to its siblings, tasks and groups
     * @param quota the most that its tasks may get together in every {@code period}; 0 for no limit
     */
    public record Group(int id, String name, int parent, int weight, long quota, long period) {
        public Group {
            require(id >= 1 && parent >= 0 && id != parent, "a group has a number from 1, and another's as parent");
            require(weight >= 1 && weight <= MOST_WEIGHT, "a weight is within 1 to " + MOST_WEIGHT);
            require(quota >= 0 && (quota == 0 || period >= 1), "a quota needs a period");
        }
    }

    private static void require(boolean condition, String why) {
        if (!condition) {
            throw new IllegalArgumentException(why);
        }
    }

    /** A task that is like this one, but for number and name. */
    public TaskInfo named(int number, String other) {
        return new TaskInfo(number, other, group, weight, cap, priority, size, length, reservation, gang, affinity);
    }

    public TaskInfo withGroup(int number) {
        return new TaskInfo(id, name, number, weight, cap, priority, size, length, reservation, gang, affinity);
    }

    public TaskInfo withWeight(int share) {
        return new TaskInfo(id, name, group, share, cap, priority, size, length, reservation, gang, affinity);
    }

    public TaskInfo withCap(int percent) {
        return new TaskInfo(id, name, group, weight, percent, priority, size, length, reservation, gang, affinity);
    }

    public TaskInfo withPriority(int level) {
        return new TaskInfo(id, name, group, weight, cap, level, size, length, reservation, gang, affinity);
    }

    public TaskInfo withSize(long words) {
        return new TaskInfo(id, name, group, weight, cap, priority, words, length, reservation, gang, affinity);
    }

    public TaskInfo withLength(long left) {
        return new TaskInfo(id, name, group, weight, cap, priority, size, left, reservation, gang, affinity);
    }

    public TaskInfo withReservation(Reservation needed) {
        return new TaskInfo(id, name, group, weight, cap, priority, size, length, Optional.of(needed), gang, affinity);
    }

    public TaskInfo withGang(int number) {
        return new TaskInfo(id, name, group, weight, cap, priority, size, length, reservation, number, affinity);
    }

    public TaskInfo withAffinity(long cpus) {
        return new TaskInfo(id, name, group, weight, cap, priority, size, length, reservation, gang, cpus);
    }

    /** It written down. */
    public StateTree save() {
        StateTree saved = StateTree.EMPTY
                .with("id", id)
                .with("name", name)
                .with("group", group)
                .with("weight", weight)
                .with("cap", cap)
                .with("priority", priority)
                .with("size", size)
                .with("length", length)
                .with("gang", gang)
                .with("affinity", affinity);
        return reservation
                .map(r -> saved.with("budget", r.budget)
                        .with("deadline", r.deadline)
                        .with("period", r.period))
                .orElse(saved);
    }

    /**
     * What {@link #save} wrote down.
     *
     * @throws IllegalArgumentException if it did not
     */
    public static TaskInfo load(StateTree state) {
        TaskInfo task = new TaskInfo(
                (int) state.number("id", 0, Integer.MAX_VALUE),
                state.text("name"),
                (int) state.number("group", 0, Integer.MAX_VALUE),
                (int) state.number("weight", 1, MOST_WEIGHT),
                (int) state.number("cap", 0, Integer.MAX_VALUE),
                (int) state.number("priority", Integer.MIN_VALUE, Integer.MAX_VALUE),
                state.number("size"),
                state.number("length"),
                Optional.empty(),
                (int) state.number("gang", 0, Integer.MAX_VALUE),
                state.number("affinity"));
        return state.values().containsKey("budget")
                ? task.withReservation(
                        new Reservation(state.number("budget"), state.number("deadline"), state.number("period")))
                : task;
    }
}
