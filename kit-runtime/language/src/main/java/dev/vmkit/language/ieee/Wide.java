package dev.vmkit.language.ieee;

/** An unsigned number of 128 bits. */
record Wide(long high, long low) {

    static Wide product(long a, long b) {
        return new Wide(Math.unsignedMultiplyHigh(a, b), a * b);
    }

    Wide plus(Wide other) {
        long sum = low + other.low;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        return new Wide(high + other.high + carry, sum);
    }

    Wide minus(Wide other) {
        long borrow = Long.compareUnsigned(low, other.low) < 0 ? 1 : 0;
        return new Wide(high - other.high - borrow, low - other.low);
    }

    boolean isLess(Wide other) {
        int order = Long.compareUnsigned(high, other.high);
        return order != 0 ? order < 0 : Long.compareUnsigned(low, other.low) < 0;
    }

    boolean isZero() {
        return (high | low) == 0;
    }

    int leadingZeros() {
        return high != 0 ? Long.numberOfLeadingZeros(high) : 64 + Long.numberOfLeadingZeros(low);
    }

    /** Shifted left by {@code distance}, within [0, 127]. */
    Wide shiftLeft(int distance) {
        if (distance >= 64) {
            return new Wide(low << (distance - 64), 0);
        }
        return distance == 0 ? this : new Wide(high << distance | low >>> -distance, low << distance);
    }

    /** Shifted right by {@code distance}, at least 0; what falls off is kept as a one in the lowest bit. */
    Wide shiftRightSticky(int distance) {
        if (distance == 0) {
            return this;
        }
        if (distance >= 64) {
            return new Wide(0, Sticky.shiftRight(high, distance - 64) | Sticky.bit(low));
        }
        return new Wide(high >>> distance, high << -distance | Sticky.shiftRight(low, distance));
    }

    /** The upper half, with what is below as a one in its lowest bit. */
    long highSticky() {
        return high | Sticky.bit(low);
    }
}
