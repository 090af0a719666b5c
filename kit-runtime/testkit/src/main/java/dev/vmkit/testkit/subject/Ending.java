package dev.vmkit.testkit.subject;

/** How a run ended. */
public enum Ending {
    /** Execution left the code it was to execute. */
    LEFT,
    /** The processor stopped for good. */
    HALTED,
    /** The guest switched the machine off, and said that all was well. */
    OFF,
    /** The guest switched the machine off, and said that something failed. */
    FAILED,
    /** It waits, and nothing is left that could wake it. */
    IDLE,
    /** It asks for input that has ended. */
    STARVED,
    /** It executed as many instructions as it may. */
    LIMIT,
    /** It cannot go on: nothing is at an address, or a trap has no handler. */
    STUCK,
    /** A trap was raised that the run was to stop at. */
    TRAPPED
}
