package dev.vmkit.machine.translate;

import dev.vmkit.language.ieee.FloatFunction;
import dev.vmkit.language.ieee.Rounding;
import dev.vmkit.language.ieee.StatusFlags;

/** What goes into translated code and comes out of it, besides registers. */
final class Passage {
    private static final long[] NONE = {};

    /** Where pages lead to, if addresses are translated. */
    long[] loads = NONE;

    long[] stores = NONE;

    /** Empty between two floating-point operations. */
    private final StatusFlags raised = new StatusFlags();

    /** Instructions that were not executed. */
    int left;

    /** Cycles that went by, where they are not one an instruction. */
    long cycles;

    /** The next instruction is for the interpreter. */
    boolean interpret;

    /** Computes a floating-point operation; what it raises is kept for {@link #raised}. */
    long compute(FloatFunction function, long a, long b, long c, long rounding) {
        return function.compute(a, b, c, Rounding.of(rounding), raised);
    }

    /** The exceptions that the last operation raised, which are forgotten. */
    long raised() {
        return raised.take();
    }
}
