package dev.vmkit.language.ieee;

/** The five exceptions of IEEE 754-2019, section 7, as an operation raises them; in the order of RISC-V's fflags. */
public final class StatusFlags {
    public static final int INVALID = 16;
    public static final int DIVIDE_BY_ZERO = 8;
    public static final int OVERFLOW = 4;
    public static final int UNDERFLOW = 2;
    public static final int INEXACT = 1;

    private int raised;

    /** Raises these flags. */
    void raise(int flags) {
        raised |= flags;
    }

    /** What was raised since the last call, which is forgotten. */
    public int take() {
        int flags = raised;
        raised = 0;
        return flags;
    }
}
