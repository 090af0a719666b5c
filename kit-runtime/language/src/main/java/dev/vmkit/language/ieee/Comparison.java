package dev.vmkit.language.ieee;

/** The comparison predicates (IEEE 754-2019, section 5.6.1); a NaN is unordered, so every one is false of it. */
record Comparison(Format format) {

    /** compareQuietEqual: only a signaling NaN raises invalid. */
    long equal(long a, long b, StatusFlags flags) {
        if (format.isNaN(a) || format.isNaN(b)) {
            if (format.isSignaling(a) || format.isSignaling(b)) {
                flags.raise(StatusFlags.INVALID);
            }
            return 0;
        }
        return order(a) == order(b) ? 1 : 0;
    }

    /** compareSignalingLess: any NaN raises invalid. */
    long less(long a, long b, StatusFlags flags) {
        return isOrdered(a, b, flags) && order(a) < order(b) ? 1 : 0;
    }

    /** compareSignalingLessEqual: any NaN raises invalid. */
    long lessOrEqual(long a, long b, StatusFlags flags) {
        return isOrdered(a, b, flags) && order(a) <= order(b) ? 1 : 0;
    }

    private boolean isOrdered(long a, long b, StatusFlags flags) {
        if (format.isNaN(a) || format.isNaN(b)) {
            flags.raise(StatusFlags.INVALID);
            return false;
        }
        return true;
    }

    /** A number that orders as the value does; both zeros have the same. */
    private long order(long x) {
        return format.isNegative(x) ? -format.magnitude(x) : format.magnitude(x);
    }
}
