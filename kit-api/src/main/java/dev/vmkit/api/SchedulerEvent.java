package dev.vmkit.api;

/** What a {@link SchedulerPolicy} is told. Times are virtual. */
@Experimental(Use.CALL)
public sealed interface SchedulerEvent {
    long now();

    /** A task exists from now on and can run. */
    record Arrived(long now, TaskInfo task) implements SchedulerEvent {}

    /** A blocked task can run again. */
    record Woke(long now, int task) implements SchedulerEvent {}

    /** The task waits for something. */
    record Blocked(long now, int task) implements SchedulerEvent {}

    /** The task gave the rest of its slice away; it can still run. */
    record Yielded(long now, int task) implements SchedulerEvent {}

    /** The task used its slice up, or was preempted; it can still run. */
    record SliceEnded(long now, int task) implements SchedulerEvent {}

    /** The task is gone. */
    record Exited(long now, int task) implements SchedulerEvent {}

    /** The task ran for exactly {@code ran}; comes before the event that ended the run. */
    record Charged(long now, int task, long ran) implements SchedulerEvent {}
}
