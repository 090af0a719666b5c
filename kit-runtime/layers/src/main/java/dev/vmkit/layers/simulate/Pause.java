package dev.vmkit.layers.simulate;

/** What a job does at the end of a burst. */
public sealed interface Pause {

    /** It waits for so long, at least 1, as for a disk. */
    record Wait(long time) implements Pause {}

    /** It waits for the next period, counted from its arrival; a burst that takes longer runs into it. */
    record NextPeriod(long period) implements Pause {}

    /** It gives the rest of its slice away. */
    record Yield() implements Pause {}

    /** It spins, which takes computing time and gets nowhere, until all of its gang that are left have come as far. */
    record Barrier() implements Pause {}
}
