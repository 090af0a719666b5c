package dev.vmkit.layers.witness;

import java.util.Random;

/** Values with which instructions are likely to show what they do. */
record Corners(Random random, long units) {

    /** 0, 1, all ones, the least, the most, a byte, an address, or anything. */
    long value(int width) {
        long mask = -1L >>> (64 - width);
        return mask
                & switch (random.nextInt(9)) {
                    case 0 -> 0;
                    case 1 -> 1;
                    case 2 -> -1;
                    case 3 -> 1L << (width - 1);
                    case 4 -> (1L << (width - 1)) - 1;
                    case 5 -> random.nextInt(256);
                    case 6, 7 -> random.nextLong(units) & -8;
                    default -> random.nextLong();
                };
    }

    boolean oneIn(int n) {
        return random.nextInt(n) == 0;
    }
}
