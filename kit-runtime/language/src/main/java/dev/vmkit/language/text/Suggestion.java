package dev.vmkit.language.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The nearest known name to a mistyped one. */
public final class Suggestion {
    /** Longer names are nobody's slip of a finger; comparing takes time with the product of the lengths. */
    private static final int LONGEST = 80;

    private Suggestion() {}

    /** The name closest to {@code wrong}, if one is close enough to be what was meant. */
    public static Optional<String> nearest(String wrong, Collection<String> known) {
        return known.stream()
                .filter(name -> wrong.length() <= LONGEST && name.length() <= LONGEST)
                .filter(name -> isNear(wrong, name))
                .min(Comparator.comparingInt((String name) -> distance(wrong, name))
                        .thenComparing(name -> gap(wrong, name))
                        .thenComparing(name -> name));
    }

    /** How far apart the letters and digits are: sr2 is nearer to sr3 than sr1 is. */
    private static int gap(String a, String b) {
        int gap = 0;
        for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
            gap += Math.abs(a.charAt(i) - b.charAt(i));
        }
        return gap;
    }

    /** One slip in three letters, and something must be left that is the same. */
    private static boolean isNear(String wrong, String name) {
        int distance = distance(wrong, name);
        int shorter = Math.min(wrong.length(), name.length());
        return distance <= Math.max(1, shorter / 3) && distance < Math.max(wrong.length(), name.length());
    }

    /** "did you mean 'x'?", or nothing when no name is near. */
    public static String didYouMean(String wrong, Collection<String> known) {
        return nearest(wrong, known).map(name -> "did you mean '" + name + "'?").orElse("");
    }

    /** Insertions, deletions, replacements and swaps of neighbours; a change of case alone counts nothing. */
    static int distance(String a, String b) {
        String left = a.toLowerCase(Locale.ROOT);
        String right = b.toLowerCase(Locale.ROOT);
        int[][] cost = new int[left.length() + 1][right.length() + 1];
        for (int i = 0; i <= left.length(); i++) {
            for (int j = 0; j <= right.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, left, right, i, j);
            }
        }
        return cost[left.length()][right.length()];
    }

    private static int cheapest(int[][] cost, String a, String b, int i, int j) {
        int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replace, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
