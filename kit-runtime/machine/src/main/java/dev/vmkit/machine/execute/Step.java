package dev.vmkit.machine.execute;

/**
 * A compiled instruction, wherever it lies.
 *
 * @param body what it does
 * @param units its size in address units
 */
record Step(Action body, int units) {}
