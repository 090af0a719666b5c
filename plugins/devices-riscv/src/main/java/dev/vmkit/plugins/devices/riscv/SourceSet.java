package dev.vmkit.plugins.devices.riscv;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Some of the sources, as the words that guests see: source n is bit n % 32 of word n / 32. Source 0 is never one. */
final class SourceSet {
    /** One more than the highest source. */
    static final int END = 128;

    private static final int WORDS = END / 32;

    private final int[] words = new int[WORDS];

    /**
     * The set that {@link #save} wrote.
     *
     * @throws IllegalArgumentException if these bytes are none
     */
    static SourceSet of(byte[] saved) {
        SourceSet set = new SourceSet();
        if (saved.length != WORDS * 4 || (saved[0] & 1) != 0) {
            throw new IllegalArgumentException("not a set of " + (END - 1) + " interrupt sources");
        }
        ByteBuffer.wrap(saved).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(set.words);
        return set;
    }

    byte[] save() {
        ByteBuffer bytes = ByteBuffer.allocate(WORDS * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(words);
        return bytes.array();
    }

    /** A word; 0 beyond the last source. */
    int word(int index) {
        return index < WORDS ? words[index] : 0;
    }

    /** Replaces a word; beyond the last source nothing happens. */
    void word(int index, int bits) {
        if (index < WORDS) {
            words[index] = index == 0 ? bits & ~1 : bits;
        }
    }

    boolean contains(int source) {
        return source > 0 && source < END && (words[source / 32] >>> source % 32 & 1) != 0;
    }

    /** Has the set contain a source or not; within [1, {@link #END}). */
    void set(int source, boolean contained) {
        int bit = 1 << source % 32;
        words[source / 32] = contained ? words[source / 32] | bit : words[source / 32] & ~bit;
    }
}
