package dev.vmkit.testkit.differential;

/** Numbers that look random and follow from others. */
final class Mix {
    private Mix() {}

    /** A number from which one cannot tell the others; the finalizer of SplitMix64. */
    static long of(long... numbers) {
        long mixed = 0;
        for (long number : numbers) {
            long z = mixed + number + 0x9E3779B97F4A7C15L;
            z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
            z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
            mixed = z ^ z >>> 31;
        }
        return mixed;
    }
}
