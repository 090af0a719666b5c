package dev.vmkit.machine.translate;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Stmt;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A region as a person reads it: guest instructions, what they mean, and the JVM code written for them.
 *
 * @param entries addresses where it is entered; the one it is made for comes first
 * @param entry the JVM code that runs first, whichever entry it was
 * @param parts guest instructions with their code, block by block
 * @param exit the JVM code of the ways out
 * @param exits where execution goes on outside, by address; with a reason if the interpreter executes that instruction
 * @param computesTarget whether a jump may also lead elsewhere
 * @param variables names of guest registers that lie in JVM variables
 * @param inArray names of registers that stay in the hart's array, since the code computes which one it accesses
 * @param bytes of JVM code; at most {@link #MOST_BYTES}, or it would not be made
 */
public record RegionListing(
        List<Long> entries,
        List<String> entry,
        List<Part> parts,
        List<String> exit,
        Map<Long, Optional<Objection>> exits,
        boolean computesTarget,
        List<String> variables,
        List<String> inArray,
        int bytes) {
    public static final int MOST_BYTES = WrittenClass.MOST_BYTES;

    /**
     * An instruction and its code.
     *
     * @param meaning all of what it means
     * @param rest what is left of that, where everything before it in the block is known and nothing is done in vain
     * @param first whether a block begins with it
     * @param counts whether the JVM code begins by looking at how many instructions are left
     */
    public record Part(
            long pc,
            Decoding.Decoded decoded,
            Stmt meaning,
            Stmt rest,
            boolean first,
            boolean counts,
            List<String> bytecode) {}

    /** Whether the JVM would not compile it, so that it is not made. */
    public boolean isTooLarge() {
        return bytes > MOST_BYTES;
    }

    /** Guest instructions. */
    public int instructions() {
        return parts.size();
    }
}
