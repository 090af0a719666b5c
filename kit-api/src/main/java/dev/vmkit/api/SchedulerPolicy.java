package dev.vmkit.api;

import org.pf4j.ExtensionPoint;

/**
 * Decides which task runs next. It sees tasks and events and nothing of what they stand for: abstract jobs, time-shared
 * programs, virtual processors and containers are all the same to it. It has no wall clock, no threads and no I/O.
 */
@Experimental(Use.IMPLEMENT)
public interface SchedulerPolicy extends ExtensionPoint, Snapshotable {
    /** Called once, before anything else. */
    void start(PolicyContext context);

    /** Something happened. Events come in the order of virtual time. */
    void on(SchedulerEvent event);

    /**
     * What the processor runs now; asked whenever it has nothing to run or {@link #preempts} said so.
     *
     * @param cpu within [0, {@link PolicyContext#cpus})
     */
    Decision pick(int cpu, long now);

    /** Whether a task that has just become runnable should take the place of the one that runs. */
    default boolean preempts(TaskInfo candidate, TaskInfo running, long now) {
        return false;
    }

    /** A policy's answer. */
    sealed interface Decision {
        /** Run this task for at most {@code slice} units of virtual time, at least 1. */
        record Run(int task, long slice) implements Decision {}

        /** Nothing to run. */
        record Idle() implements Decision {}
    }
}
