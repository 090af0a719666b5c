package dev.vmkit.machine.translate;

/**
 * When regions are made, and of what size. As long as there may be more full ones, all are full; then what cannot wait gets a quick
 * one, and a full one in its place when it executed much.
 *
 * @param promotion after how many instructions executed in a quick region a full one is wanted in its place
 * @param enough instructions that may still be executed at an arrival, or it does not count: the last ones before something is
 *     due may be too few for a region that is there, so how often the interpreter comes by then says nothing; as many as a region
 *     has at most
 * @param least the fewest instructions of a region
 * @param most how many regions there may be at a time
 * @param background whether a thread of its own makes them
 * @param worthwhile from how many different instructions on forms get classes
 */
record Options(
        Pace quick, Pace full, long promotion, int enough, int least, int most, boolean background, int worthwhile) {
    static final Options TIERED = new Options(
            new Pace(2_000, 60, 100, 200_000),
            new Pace(8_000, 120, 16, 20_000_000),
            10_000_000,
            120,
            4,
            6_000,
            true,
            1_000);
    static final Options EAGER = eager(new Pace(2, 120, Integer.MAX_VALUE, 1));
    static final Options QUICK = eager(new Pace(2, 120, 0, 500));

    /**
     * How regions of one effort are made.
     *
     * @param threshold after how many arrivals; of full ones a multiple of that of quick ones
     * @param size the most instructions of one
     * @param atOnce how many may be made as soon as they are wanted
     * @param instructionsEach after how many executed instructions there may be one more
     */
    record Pace(int threshold, int size, int atOnce, int instructionsEach) {
        /** Whether there may be one more. */
        boolean allows(int made, long executed) {
            return made < atOnce + executed / instructionsEach;
        }
    }

    /** Regions for all that is executed twice, as many of them full as that pace allows. */
    static Options eager(Pace full) {
        return new Options(new Pace(2, 120, Integer.MAX_VALUE, 1), full, 100, 0, 1, 4_000, false, 0);
    }

    Pace pace(Effort effort) {
        return switch (effort) {
            case QUICK -> quick;
            case FULL -> full;
        };
    }

    /** Of how many jumps at most none is noted, so that some are until there is a region. */
    int unnoted() {
        return Math.min(15, full.threshold() / 64 + 1);
    }
}
