package dev.vmkit.language.ieee;

/** A floating-point operation, ready to compute. */
@FunctionalInterface
public interface FloatFunction {
    /**
     * The result of the operation, zero-extended.
     *
     * @param a, b, c the operands, zero-extended; those that the operation does not have are ignored
     * @param rounding ignored by an operation that does not round
     * @param flags where exceptions are raised
     */
    long compute(long a, long b, long c, Rounding rounding, StatusFlags flags);
}
