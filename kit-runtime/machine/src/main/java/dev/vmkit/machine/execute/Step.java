package dev.vmkit.machine.execute;

/**
 * A compiled instruction, wherever it lies.
 *
 * @param body what it does
 * @param units its size in address units
 * @param cycles what it takes, as declared
 */
record Step(Action body, int units, int cycles) {
    /** An instruction that could not be fetched. */
    static final Step UNKNOWN = new Step(Action.NOTHING, 0, 1);
}
