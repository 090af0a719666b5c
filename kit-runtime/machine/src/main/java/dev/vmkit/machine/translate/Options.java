package dev.vmkit.machine.translate;

/**
 * When regions are made, and of what size.
 *
 * @param threshold after how many arrivals
 * @param enough instructions that may still be executed at an arrival, or it does not count: the last ones before something is
 *     due may be too few for a region that is there, so how often the interpreter comes by then says nothing; as many as a region
 *     has at most
 * @param size the most instructions of a region
 * @param least the fewest
 * @param most how many regions there may be at a time
 * @param atOnce how many may be made as soon as they are wanted
 * @param instructionsEach after how many executed instructions there may be one more
 * @param background whether a thread of its own makes them
 * @param worthwhile from how many different instructions on forms get classes
 */
record Options(
        int threshold,
        int enough,
        int size,
        int least,
        int most,
        int atOnce,
        int instructionsEach,
        boolean background,
        int worthwhile) {
    static final Options TIERED = new Options(8_000, 120, 120, 4, 4_000, 32, 4_000_000, true, 1_000);
    static final Options EAGER = new Options(2, 0, 120, 1, 4_000, 1_000_000, 1, false, 0);

    /** Of how many jumps at most none is noted, so that some are until there is a region. */
    int unnoted() {
        return Math.min(15, threshold / 64 + 1);
    }
}
