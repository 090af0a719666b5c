package dev.vmkit.layers.simulate;

import dev.vmkit.api.TaskInfo;
import java.util.List;
import java.util.Optional;

/**
 * An abstract job: it arrives, computes, pauses after every burst, and is done when it has computed its length.
 *
 * @param task what the policy is told when it arrives
 * @param arrives when
 * @param length computing time in all, at least 1; the policy knows it if it is the task's length, too
 * @param burst computing time between two pauses, at least 1
 * @param pause what happens then; without one it computes in one go
 * @param resizes when its size changes, in order
 */
public record Job(TaskInfo task, long arrives, long length, long burst, Optional<Pause> pause, List<Resize> resizes) {

    /**
     * The job has another size from now on.
     *
     * @param after computing time
     * @param size in words
     */
    public record Resize(long after, long size) {}

    public Job {
        resizes = List.copyOf(resizes);
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
        return new Job(task, arrives, length, every, Optional.of(how), resizes);
    }

    /** The same job of another task. */
    public Job as(TaskInfo other) {
        return new Job(other, arrives, length, burst, pause, resizes);
    }

    /** The same job at another time. */
    public Job at(long time) {
        return new Job(task, time, length, burst, pause, resizes);
    }

    /** The same job of another length. */
    public Job lasting(long time) {
        TaskInfo told = task.length() < 0 ? task : task.withLength(time);
        return new Job(told, arrives, time, burst, pause, resizes);
    }

    /** Its size when it has computed so long. */
    public long sizeAfter(long computed) {
        return resizes.stream()
                .filter(resize -> resize.after() <= computed)
                .reduce((_, last) -> last)
                .map(Resize::size)
                .orElse(task.size());
    }

    public int id() {
        return task.id();
    }

    public String name() {
        return task.name();
    }
}
