package dev.vmkit.machine.hart;

import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.ir.Trap;
import dev.vmkit.language.isa.Space;
import dev.vmkit.machine.memory.Access;
import java.util.Optional;

/**
 * Executes the instructions of one hart. The seam between the interpreter and the translator: the same state and the same
 * inputs give the same state after the same number of instructions, bit for bit, with either.
 */
public interface Engine {

    /** Makes an engine for a hart. */
    @FunctionalInterface
    interface Factory {
        Engine create(Hart hart);
    }

    /**
     * Runs until {@link Hart#retired} reaches {@link Hart#limit} or something stops it. Interrupts are taken at the first
     * instruction boundary at which one is requested and the instruction set's {@code pending} holds, at most one at a
     * boundary.
     */
    Stop run();

    /**
     * Takes the interrupt that {@link #run} would take now, if there is one, so that it can be looked at first.
     *
     * @return the line it is for
     */
    Optional<Lines.Line> interrupt();

    /** Runs the reset hook, if there is one; its trap, if it raises one. */
    Optional<Stop> reset();

    /** Enters a trap as if the next instruction had raised it; what stops that, if anything. Counts no instruction. */
    Optional<Stop> take(Trap trap, long value);

    /** For the trap hook: the bits of what the instruction that trapped stands for, 0 if it could not be fetched. */
    default long trapped() {
        return 0;
    }

    /** The instruction that trapped last, or ended a run by a fault; nothing if it could not be fetched or there is none. */
    default Optional<Decoding> culprit() {
        return Optional.empty();
    }

    /** Forgets what it derived from registers and memory. Whoever changes them from outside a run calls it. */
    void flush();

    /** Forgets where an address leads, and what lies in one block with it. */
    default void flush(long address) {
        flush();
    }

    /** What it counted so far. */
    default EngineStatistics statistics() {
        return EngineStatistics.NONE;
    }

    /**
     * Takes notice that registers were changed from outside a run, memory and what addresses lead to aside: translations
     * found so far are kept for the state they were found in.
     */
    default void moved() {
        flush();
    }

    /**
     * Where an address leads.
     *
     * @param physical the physical address
     * @param bits the aligned block of 2 to that power addresses around it leads to such a block
     */
    record Translated(long physical, int bits) {}

    /**
     * The physical address behind an address of a space, or nothing if that access would fault. The definition's
     * translation is asked anew, as by an instruction: it may mark its tables as used.
     */
    Optional<Translated> translate(Space space, Access access, long address);

    /**
     * For an instruction that runs: the physical address behind an address of the space of instructions, for an access to
     * so many units. Where that access would fault, this does.
     */
    long physical(long address, Access access, int units);

    /** What an instruction fetched at this address would be, or nothing if the fetch would fault. Changes nothing. */
    Optional<Decoding> decode(long address);
}
