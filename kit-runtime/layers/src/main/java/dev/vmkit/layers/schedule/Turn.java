package dev.vmkit.layers.schedule;

/** What a processor does next. */
public sealed interface Turn {

    /**
     * It runs a task.
     *
     * @param until the time at which the slice ends; {@link Long#MAX_VALUE} for none
     */
    record Run(int task, long until) implements Turn {}

    /**
     * It runs nothing, and is asked again as soon as anything happens.
     *
     * @param until the time at which to ask again in any case; {@link Long#MAX_VALUE} for none
     */
    record Idle(long until) implements Turn {}
}
