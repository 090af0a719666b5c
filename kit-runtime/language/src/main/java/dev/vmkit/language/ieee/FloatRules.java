package dev.vmkit.language.ieee;

/**
 * What IEEE 754 leaves to an architecture.
 *
 * @param nan which NaN an operation on NaNs gives
 * @param tininess when a result counts as tiny, which raises underflow if it is also inexact
 * @param minMax what minimum and maximum make of NaNs
 */
public record FloatRules(NaN nan, Tininess tininess, MinMax minMax) {
    /** RISC-V's, which hold unless a definition says otherwise. */
    public static final FloatRules DEFAULT = new FloatRules(NaN.CANONICAL, Tininess.AFTER_ROUNDING, MinMax.NUMBER);

    /** Which NaN an operation on NaNs gives (section 6.2.3). */
    public enum NaN {
        /** Always the same: positive, quiet, without payload. */
        CANONICAL,
        /** The first operand that is one, made quiet. */
        FIRST_OPERAND
    }

    /** When a result counts as tiny (section 7.5). */
    public enum Tininess {
        /** If it lies below the smallest normal number when rounded as if exponents had no bound. */
        AFTER_ROUNDING,
        /** If the exact value does. */
        BEFORE_ROUNDING
    }

    /** What minimum and maximum make of NaNs. */
    public enum MinMax {
        /** A number is preferred: minimumNumber of the 2019 standard (section 9.6). */
        NUMBER,
        /** A number is preferred to a quiet NaN, but not to a signaling one: minNum of the 2008 standard (section 5.3.1). */
        NUMBER_2008,
        /** A NaN is preferred: minimum of the 2019 standard (section 9.6). */
        NAN
    }
}
