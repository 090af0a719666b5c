package dev.vmkit.layers.schedule;

/** Why a task stops running. */
public enum RunEnd {
    /** Its slice is used up, or it has to make room for another task. */
    SLICE_ENDED,
    /** It gives the rest of its slice away. */
    YIELDED,
    /** It waits for something. */
    BLOCKED,
    /** It is done. */
    EXITED
}
