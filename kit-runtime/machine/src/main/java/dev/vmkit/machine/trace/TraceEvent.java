package dev.vmkit.machine.trace;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.machine.hart.Lines;
import java.util.List;
import java.util.Optional;

/** Something a hart did. */
public sealed interface TraceEvent {
    /** Which hart, from 0. */
    int hart();

    /** Instructions the hart had executed before. */
    long count();

    /** The address of the instruction, or of the one that would have come next. */
    long pc();

    /**
     * An instruction.
     *
     * @param instruction what it is; nothing if it could not be fetched or is none
     * @param text in assembly
     * @param registers those whose value changed, the program counter excepted
     * @param memory what it wrote, in order
     */
    record Executed(
            int hart,
            long count,
            long pc,
            Optional<Decoding.Decoded> instruction,
            String text,
            List<RegisterChange> registers,
            List<MemoryWrite> memory)
            implements TraceEvent {}

    /** An instruction that raised a trap; the trap is taken. */
    record Trapped(
            int hart, long count, long pc, Optional<Decoding.Decoded> instruction, String text, Trap trap, long value)
            implements TraceEvent {}

    /** An interrupt is taken. */
    record Interrupted(int hart, long count, long pc, Lines.Line line) implements TraceEvent {}

    /** A register with its value before and after, zero-extended, and its width in bits. */
    record RegisterChange(String name, int width, long before, long after) {}

    /** A write: the space, the address, the bits written and their value afterwards; wider ones are several. */
    record MemoryWrite(String space, long address, int width, long value) {}
}
