package dev.vmkit.testkit.differential;

/** What happens to a hart from outside, between two instructions. */
sealed interface Event {
    /** The count of instructions at which it happens, or at the next boundary after it. */
    long at();

    /** An interrupt line is raised or lowered. */
    record Line(long at, int number, int level, boolean raised) implements Event {}

    /** Somebody writes a piece over the code, as a device or a loader does. */
    record Patch(long at, long address, Piece piece) implements Event {}

    /** A debugger has execution go on somewhere else. */
    record Jump(long at, long address) implements Event {}

    /** A register is written. */
    record Set(long at, int slot, long value) implements Event {}

    /** The hart is saved, and what was saved is loaded. */
    record Reload(long at) implements Event {}
}
