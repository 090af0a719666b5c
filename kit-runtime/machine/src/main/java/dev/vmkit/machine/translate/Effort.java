package dev.vmkit.machine.translate;

/** How much is done for a region, here and by the JVM: a translator's two tiers. */
enum Effort {
    /**
     * Little: registers stay in the hart's array, and memory is reached by calls. There is little for the JVM to compile, and its
     * quick compiler is done with it soon.
     */
    QUICK,

    /** All: registers in variables, memory reached in place, loops written several times. */
    FULL
}
