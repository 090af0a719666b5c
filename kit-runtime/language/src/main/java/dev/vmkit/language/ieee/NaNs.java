package dev.vmkit.language.ieee;

/** What an operation on NaNs gives (IEEE 754-2019, section 6.2). */
record NaNs(Format format, FloatRules rules) {

    /** The result of an operation on these, of which one at least is a NaN; a signaling one raises invalid. */
    long of(long a, long b, StatusFlags flags) {
        if (format.isSignaling(a) || format.isSignaling(b)) {
            flags.raise(StatusFlags.INVALID);
        }
        return chosen(format.isNaN(a) ? a : b);
    }

    /** The result of an operation on this NaN alone. */
    long of(long a, StatusFlags flags) {
        return of(a, a, flags);
    }

    /** The result of an operation for which this NaN, among its operands, decides. */
    long chosen(long nan) {
        return rules.nan() == FloatRules.NaN.CANONICAL ? format.canonicalNaN() : format.quieted(nan);
    }

    /** The result of an operation that has none. */
    long invalid(StatusFlags flags) {
        flags.raise(StatusFlags.INVALID);
        return format.canonicalNaN();
    }
}
