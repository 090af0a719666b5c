package dev.vmkit.language.ieee;

/** The direction in which a result is rounded (IEEE 754-2019, section 4.3), in the order of RISC-V's codes. */
public enum Rounding {
    /** To the nearest, at a tie to the even one. */
    NEAREST_EVEN,
    TOWARD_ZERO,
    DOWNWARD,
    UPWARD,
    /** To the nearest, at a tie away from zero. */
    NEAREST_AWAY;

    private static final Rounding[] BY_CODE = values();

    /** The direction of a code, 0 to 4; any other code means 0, so that the operations are total. */
    public static Rounding of(long code) {
        return code > 0 && code < BY_CODE.length ? BY_CODE[(int) code] : NEAREST_EVEN;
    }

    /**
     * Whether a magnitude is rounded up to the next.
     *
     * @param odd whether the kept part is odd
     * @param rest what is cut off, moved up so that a half is bit 63; its lowest bit may stand for all below
     */
    boolean increments(boolean negative, boolean odd, long rest) {
        return switch (this) {
            case NEAREST_EVEN -> rest < 0 && (odd || rest << 1 != 0);
            case TOWARD_ZERO -> false;
            case DOWNWARD -> negative && rest != 0;
            case UPWARD -> !negative && rest != 0;
            case NEAREST_AWAY -> rest < 0;
        };
    }

    /** Whether a number too large becomes infinite rather than the largest finite number. */
    boolean overflowsToInfinity(boolean negative) {
        return switch (this) {
            case NEAREST_EVEN, NEAREST_AWAY -> true;
            case TOWARD_ZERO -> false;
            case DOWNWARD -> negative;
            case UPWARD -> !negative;
        };
    }
}
