package dev.vmkit.layers.timeshare;

/**
 * One turn of a program. Times are ticks.
 *
 * @param at when it began, swapping included
 * @param slice the most it could have run
 * @param ran how long it ran
 * @param loaded whether it had to be loaded first
 */
public record TurnTaken(int program, long at, long slice, long ran, boolean loaded) {}
