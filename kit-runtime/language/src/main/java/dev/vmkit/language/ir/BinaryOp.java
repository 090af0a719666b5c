package dev.vmkit.language.ir;

/**
 * Operations on two values. Arithmetic wraps at the width. Division is total: x/0 has all bits set, x%0 is x, and the
 * smallest number by -1 is itself with remainder 0. A shift by the width or more gives 0, or copies of the sign.
 */
public enum BinaryOp {
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE_UNSIGNED,
    DIVIDE_SIGNED,
    REMAINDER_UNSIGNED,
    REMAINDER_SIGNED,
    /** The upper half of the unsigned product. */
    MULTIPLY_HIGH_UNSIGNED,
    MULTIPLY_HIGH_SIGNED,
    /** The upper half of a signed by an unsigned factor. */
    MULTIPLY_HIGH_SIGNED_UNSIGNED,
    AND,
    OR,
    XOR,
    SHIFT_LEFT,
    SHIFT_RIGHT,
    SHIFT_RIGHT_ARITHMETIC,
    EQUAL,
    LESS_UNSIGNED,
    LESS_OR_EQUAL_UNSIGNED,
    LESS_SIGNED,
    LESS_OR_EQUAL_SIGNED;

    /** Whether the result is one bit wide whatever the sides are. */
    public boolean isComparison() {
        return compareTo(EQUAL) >= 0;
    }
}
