package dev.vmkit.language.card;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the bits of a word that tell most about which form it is. */
final class OpcodeBits {
    private static final int MOST_BITS = 8;
    /** A bit that fewer forms fix belongs to their operands, not to the opcode. */
    private static final double FIXED_IN = 0.75;

    private OpcodeBits() {}

    /** The bits to draw a map over, the most significant first: a whole byte, or of a wider word up to eight bits. */
    static List<Integer> choose(List<WordPattern> patterns) {
        int width = patterns.getFirst().width();
        List<Integer> chosen = new ArrayList<>();
        if (width <= MOST_BITS) {
            for (int bit = width - 1; bit >= 0; bit--) {
                chosen.add(bit);
            }
            return chosen;
        }
        List<Integer> candidates = candidates(patterns, width);
        double crowd = crowd(patterns, chosen);
        while (chosen.size() < MOST_BITS && !candidates.isEmpty()) {
            Integer best = candidates.stream()
                    .min(Comparator.comparingDouble(bit -> crowd(patterns, with(chosen, bit))))
                    .orElseThrow();
            double less = crowd(patterns, with(chosen, best));
            if (less >= crowd) {
                break;
            }
            crowd = less;
            chosen.add(best);
            candidates.remove(best);
        }
        chosen.sort(Comparator.reverseOrder());
        return chosen;
    }

    private static List<Integer> candidates(List<WordPattern> patterns, int width) {
        List<Integer> candidates = new ArrayList<>();
        for (int bit = width - 1; bit >= 0; bit--) {
            int at = bit;
            if (patterns.stream().filter(p -> p.isFixed(at)).count() >= FIXED_IN * patterns.size()) {
                candidates.add(bit);
            }
        }
        return candidates;
    }

    private static List<Integer> with(List<Integer> bits, Integer bit) {
        List<Integer> more = new ArrayList<>(bits);
        more.add(bit);
        return more;
    }

    /** How many forms a cell holds on average, seen from a form; the fewer the better the bits part the forms. */
    private static double crowd(List<WordPattern> patterns, List<Integer> bits) {
        long mask = mask(bits);
        double sum = 0;
        for (int cell = 0; cell < 1 << bits.size(); cell++) {
            long value = spread(bits, cell);
            long here = patterns.stream().filter(p -> p.agrees(mask, value)).count();
            sum += (double) here * here;
        }
        return sum / (1 << bits.size());
    }

    static long mask(List<Integer> bits) {
        long mask = 0;
        for (int bit : bits) {
            mask |= 1L << bit;
        }
        return mask;
    }

    /** The bits of {@code index} at their places in the word. */
    static long spread(List<Integer> bits, int index) {
        long value = 0;
        for (int i = 0; i < bits.size(); i++) {
            value |= (long) (index >> (bits.size() - 1 - i) & 1) << bits.get(i);
        }
        return value;
    }

    /** The digits of {@code index}, one a bit. */
    static String digits(List<Integer> bits, int index) {
        StringBuilder digits = new StringBuilder();
        for (int i = bits.size() - 1; i >= 0; i--) {
            digits.append(index >> i & 1);
        }
        return digits.toString();
    }

    /** Where to part the bits into two halves of a grid: at the gap nearest to the middle, or in the middle. */
    static int split(List<Integer> bits) {
        int middle = bits.size() / 2;
        return IntStream.range(1, bits.size())
                .filter(i -> bits.get(i - 1) - bits.get(i) > 1)
                .boxed()
                .min(Comparator.comparingInt(i -> Math.abs(i - middle)))
                .orElse(middle);
    }
}
