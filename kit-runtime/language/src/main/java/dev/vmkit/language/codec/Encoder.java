package dev.vmkit.language.codec;

import dev.vmkit.language.ir.Instruction;
import java.util.OptionalInt;

/** Turns a form with operand values into bits, the inverse of {@link Decoder}. */
public final class Encoder {

    /**
     * The address units of an instruction, each zero-extended, in the order of memory.
     *
     * @param values as in {@link Decoding.Decoded}
     * @throws IllegalArgumentException if {@link #misfit} names an operand
     */
    public long[] encode(Instruction instruction, long[] values) {
        throw new IllegalStateException("seam: to be written");
    }

    /** The first operand whose value the form cannot hold, if any; -1 stands for the form's {@code where}. */
    public OptionalInt misfit(Instruction instruction, long[] values) {
        throw new IllegalStateException("seam: to be written");
    }
}
