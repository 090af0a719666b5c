package dev.vmkit.layers.timeshare;

/** How a program ended. */
public sealed interface Ending {
    /** It asked for its end; the status is 0 for success. */
    record Exited(long status) implements Ending {}

    /**
     * The monitor ended it: it did what programs may not do.
     *
     * @param why in a sentence without a full stop
     */
    record Stopped(String why, long address) implements Ending {}
}
