package dev.vmkit.layers.simulate;

import dev.vmkit.api.TaskInfo;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * An abstract job: it arrives, computes, pauses after every burst, and is done when it has computed its length.
 *
 * @param task what the policy is told when it arrives
 * @param arrives when
 * @param length computing time in all, at least 1; the policy knows it if it is the task's length, too
 * @param burst computing time between two pauses, at least 1
 * @param pause what happens then; without one it computes in one go
 * @param changes when its size or its weight is another, in order
 */
public record Job(TaskInfo task, long arrives, long length, long burst, Optional<Pause> pause, List<Change> changes) {

    /**
     * The job is another from now on.
     *
     * @param after computing time
     * @param size in words, if it has another
     * @param weight if it has another
     */
    public record Change(long after, OptionalLong size, OptionalInt weight) {
        public static Change size(long after, long size) {
            return new Change(after, OptionalLong.of(size), OptionalInt.empty());
        }

        public static Change weight(long after, int weight) {
            return new Change(after, OptionalLong.empty(), OptionalInt.of(weight));
        }

        TaskInfo of(TaskInfo task) {
            return task.withSize(size.orElse(task.size())).withWeight(weight.orElse(task.weight()));
        }
    }

    public Job {
        changes = List.copyOf(changes);
        if (arrives < 0 || length < 1 || burst < 1) {
            throw new IllegalArgumentException("a job arrives at 0 or later, and computes in bursts of at least 1");
        }
    }

    /** A job that computes in one go, and whose length the policy knows. */
    public static Job of(TaskInfo task, long arrives, long length) {
        return new Job(task.withLength(length), arrives, length, Long.MAX_VALUE, Optional.empty(), List.of());
    }

    /** The same job in bursts with pauses. */
    public Job pausing(long every, Pause how) {
        return new Job(task, arrives, length, every, Optional.of(how), changes);
    }

    /** The same job of another task. */
    public Job as(TaskInfo other) {
        return new Job(other, arrives, length, burst, pause, changes);
    }

    /** The same job at another time. */
    public Job at(long time) {
        return new Job(task, time, length, burst, pause, changes);
    }

    /** The same job of another length. */
    public Job lasting(long time) {
        TaskInfo told = task.length() < 0 ? task : task.withLength(time);
        return new Job(told, arrives, time, burst, pause, changes);
    }

    /** Its size when it has computed so long. */
    public long sizeAfter(long computed) {
        return changes.stream()
                .filter(change -> change.after() <= computed)
                .reduce(task, (known, change) -> change.of(known), (_, last) -> last)
                .size();
    }

    public int id() {
        return task.id();
    }

    public String name() {
        return task.name();
    }
}
