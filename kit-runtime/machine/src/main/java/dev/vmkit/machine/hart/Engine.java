package dev.vmkit.machine.hart;

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
     * instruction boundary at which one is requested and the instruction set's {@code pending} holds.
     */
    Stop run();
}
