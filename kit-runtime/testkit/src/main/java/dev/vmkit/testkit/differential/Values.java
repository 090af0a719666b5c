package dev.vmkit.testkit.differential;

import java.util.random.RandomGenerator;

/** Values at which arithmetic is likely to go wrong. */
final class Values {
    private Values() {}

    /** 0, 1, -1, the least, the most, a small number, a power of two or its neighbour, or anything; sign-extended. */
    static long corner(RandomGenerator random, int width) {
        int unused = 64 - width;
        return switch (random.nextInt(10)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> -1;
            case 3 -> Long.MIN_VALUE >> unused;
            case 4 -> Long.MAX_VALUE >>> unused;
            case 5, 6 -> random.nextInt(width + 2);
            case 7 -> (1L << random.nextInt(width)) - random.nextInt(2);
            default -> random.nextLong() >> unused;
        };
    }
}
