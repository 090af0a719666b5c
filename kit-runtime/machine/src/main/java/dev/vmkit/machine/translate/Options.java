package dev.vmkit.machine.translate;

/**
 * When regions are made, and of what size.
 *
 * @param threshold after how many arrivals
 * @param size the most instructions of a region
 * @param least the fewest
 * @param most how many regions there may be at a time
 * @param background whether a thread of its own makes them
 */
record Options(int threshold, int size, int least, int most, boolean background) {
    static final Options TIERED = new Options(1_000, 200, 4, 4_000, true);
    static final Options EAGER = new Options(2, 200, 1, 4_000, false);
}
