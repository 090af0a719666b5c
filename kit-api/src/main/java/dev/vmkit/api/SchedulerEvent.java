package dev.vmkit.api;

/** What a {@link SchedulerPolicy} is told. Times are virtual, and never go back from one event to the next. */
@Experimental(Use.CALL)
public sealed interface SchedulerEvent {
    long now();

    /** Something that happened to a task. */
    sealed interface OfTask extends SchedulerEvent {
        /** Which task. */
        int task();
    }

    /** From now on the task can run, and does not: it waits for its turn. */
    sealed interface Ready extends OfTask {}

    /** A task exists from now on and can run. */
    record Arrived(long now, TaskInfo info) implements Ready {
        @Override
        public int task() {
            return info.id();
        }
    }

    /** A blocked task can run again. */
    record Woke(long now, int task) implements Ready {}

    /** The task gave the rest of its slice away; it can still run. */
    record Yielded(long now, int task) implements Ready {}

    /** The task used its slice up, or had to make room for another one; it can still run. */
    record SliceEnded(long now, int task) implements Ready {}

    /** The task, which ran, waits for something. */
    record Blocked(long now, int task) implements OfTask {}

    /** The task is gone, whether it ran or not. */
    record Exited(long now, int task) implements OfTask {}

    /**
     * The task ran for exactly {@code ran}, at least 1. Nothing is ever charged by ticks: before the policy is asked or told
     * anything else, all that ran has been charged up to that moment.
     */
    record Charged(long now, int task, long ran) implements OfTask {}

    /** The task is another than it was: its weight, its size, whatever but its number. */
    record Changed(long now, TaskInfo info) implements OfTask {
        @Override
        public int task() {
            return info.id();
        }
    }

    /** A group exists from now on, or is another than it was; told before the first of its tasks arrives. */
    record GroupChanged(long now, TaskInfo.Group group) implements SchedulerEvent {}

    /** The processor takes tasks again. All do at the start. */
    record CpuUp(long now, int cpu) implements SchedulerEvent {}

    /** The processor takes no tasks any more; what ran on it has been told to have ended its slice. */
    record CpuDown(long now, int cpu) implements SchedulerEvent {}
}
