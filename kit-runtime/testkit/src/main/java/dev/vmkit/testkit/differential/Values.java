package dev.vmkit.testkit.differential;

import java.util.random.RandomGenerator;

/** Values at which arithmetic is likely to go wrong. */
final class Values {
    private Values() {}

    private static final double[] FLOATS = {
        1,
        -1.5,
        3,
        0.1,
        -0.0,
        1e-40,
        4e-310,
        1e30,
        0x1p53,
        -0x1p63,
        Double.NaN,
        Double.POSITIVE_INFINITY,
        Float.MAX_VALUE
    };

    /**
     * 0, 1, -1, the least, the most, a small number, a power of two or its neighbour, a floating-point number, or anything;
     * sign-extended.
     */
    static long corner(RandomGenerator random, int width) {
        int unused = 64 - width;
        return switch (random.nextInt(12)) {
            case 0 -> 0;
            case 1 -> 1;
            case 2 -> -1;
            case 3 -> Long.MIN_VALUE >> unused;
            case 4 -> Long.MAX_VALUE >>> unused;
            case 5, 6 -> random.nextInt(width + 2);
            case 7 -> (1L << random.nextInt(width)) - random.nextInt(2);
            case 8, 9 -> floating(random) << unused >> unused;
            default -> random.nextLong() >> unused;
        };
    }

    /** A number in 64 bits, or in 32 with all others 1, as RISC-V has it. */
    private static long floating(RandomGenerator random) {
        double value = FLOATS[random.nextInt(FLOATS.length)] * (random.nextInt(3) == 0 ? random.nextDouble() : 1);
        return random.nextBoolean()
                ? Double.doubleToRawLongBits(value)
                : Float.floatToRawIntBits((float) value) | -1L << Integer.SIZE;
    }
}
