package dev.vmkit.language.ieee;

/**
 * Shifts that lose no information about inexactness: whatever falls off at the right is kept as a one in the lowest bit.
 * A result rounded from it is that of the exact value, as long as two more bits lie between.
 */
final class Sticky {
    private Sticky() {}

    /** The value shifted right by {@code distance}, at least 0. */
    static long shiftRight(long value, int distance) {
        if (distance == 0) {
            return value;
        }
        return distance > 63 ? bit(value) : value >>> distance | bit(value << -distance);
    }

    /** One if any bit is set. */
    static long bit(long value) {
        return value != 0 ? 1 : 0;
    }
}
