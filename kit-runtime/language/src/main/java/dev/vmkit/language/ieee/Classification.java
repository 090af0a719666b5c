package dev.vmkit.language.ieee;

/** What kind of number a value is: class (IEEE 754-2019, section 5.7.2). */
final class Classification {
    private Classification() {}

    /**
     * One bit of ten, as RISC-V numbers them: negative infinity, normal, subnormal and zero (0 to 3), positive zero,
     * subnormal, normal and infinity (4 to 7), signaling NaN (8), quiet NaN (9).
     */
    static long of(Format format, long x) {
        if (format.isNaN(x)) {
            return format.isSignaling(x) ? 1 << 8 : 1 << 9;
        }
        int size = format.isInfinite(x) ? 3 : format.isZero(x) ? 0 : format.isSubnormal(x) ? 1 : 2;
        return format.isNegative(x) ? 1 << (3 - size) : 1 << (4 + size);
    }
}
