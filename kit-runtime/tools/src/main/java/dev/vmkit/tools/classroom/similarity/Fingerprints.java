package dev.vmkit.tools.classroom.similarity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fingerprints of a row of tokens by winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document
 * fingerprinting", SIGMOD 2003): of each {@value #WINDOW} neighbouring rows of {@value #ROW} tokens, the one with the smallest
 * hash. Whatever two files share in {@code ROW + WINDOW - 1} tokens gives them a fingerprint in common, wherever it was moved.
 */
final class Fingerprints {
    static final int ROW = 12;
    static final int WINDOW = 6;

    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;

    private Fingerprints() {}

    /** Each fingerprint with the lines where it first stands. */
    static Map<Long, Lines> of(String file, List<Token> tokens) {
        int count = tokens.size() - ROW + 1;
        long[] hashes = new long[Math.max(0, count)];
        for (int i = 0; i < count; i++) {
            hashes[i] = hash(tokens.subList(i, i + ROW));
        }
        Map<Long, Lines> found = new TreeMap<>();
        for (int i = 0; i + Math.min(WINDOW, count) <= count && i < count; i++) {
            int least = least(hashes, i, Math.min(count, i + WINDOW));
            found.putIfAbsent(
                    hashes[least],
                    new Lines(
                            file,
                            tokens.get(least).line(),
                            tokens.get(least + ROW - 1).line()));
        }
        return found;
    }

    /** Of equal ones the last, so that a run of them gives few. */
    private static int least(long[] hashes, int from, int to) {
        int least = from;
        for (int i = from + 1; i < to; i++) {
            if (hashes[i] <= hashes[least]) {
                least = i;
            }
        }
        return least;
    }

    /** FNV-1a with 64 bits. */
    private static long hash(List<Token> tokens) {
        long hash = BASIS;
        for (Token token : tokens) {
            String word = token.word();
            for (int i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * PRIME;
            }
            hash = (hash ^ ' ') * PRIME;
        }
        return hash;
    }
}
