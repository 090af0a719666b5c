package dev.vmkit.machine.translate;

/**
 * A place where a region is entered.
 *
 * @param first whether the region was made for it
 * @param least the least number of instructions that must be left
 */
record Entry(long pc, Region region, boolean first, int least) {}
