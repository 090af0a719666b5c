package dev.vmkit.layers.schedule;

import java.util.random.RandomGenerator;

/** Random numbers whose place can be saved: SplitMix64 (Steele, Lea, Flood, OOPSLA 2014). */
public final class SeededRandom implements RandomGenerator {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    public SeededRandom(long seed) {
        state = seed;
    }

    /** Where it stands. */
    public long state() {
        return state;
    }

    /** Goes on from where another one stood. */
    public void moveTo(long saved) {
        state = saved;
    }

    @Override
    public long nextLong() {
        state += GOLDEN_GAMMA;
        long z = state;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
