package dev.vmkit.layers.schedule;

/** Hears what a dispatcher does: the source of Gantt charts, metrics, and comparisons of hosts. */
public interface DispatchListener {
    /** Hears nothing. */
    DispatchListener NONE = new DispatchListener() {};

    /** The policy decided that this task runs there for at most so long; before a gang's members start, for each of them. */
    default void picked(long now, int cpu, int task, long slice) {}

    /** The task ran there from one time to another; longer runs come in pieces. */
    default void ran(int cpu, int task, long from, long to) {}

    /** The policy said something. */
    default void note(long now, String text) {}
}
