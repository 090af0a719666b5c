package dev.vmkit.machine.execute;

import dev.vmkit.machine.hart.RegionStatistics;
import java.util.OptionalLong;

/**
 * Runs instructions in a faster way than one after another, where it has one; the interpreter asks it between two
 * instructions, and does the rest. It leaves the hart as the interpreter would after the same number of instructions.
 */
public interface Accelerator {
    /** Has no faster way. */
    Accelerator NONE = (from, to, jumped) -> false;

    /**
     * Execution arrives at an instruction. It may go on from there, as long as {@code retired} stays below {@code
     * deadline}, and writes back registers, the program counter and counts.
     *
     * @param from the instruction that led there
     * @param jumped whether it jumped there
     * @return whether it went on; then the program counter says how far
     */
    boolean arrive(long from, long to, boolean jumped);

    /** Whatever was looked up through translations may no longer hold. */
    default void moved() {}

    /** Translations of the page around an address, or all, may have changed; {@link #moved} follows. */
    default void flushed(OptionalLong address) {}

    /** Registers are about to be looked at, whether they ask for an interrupt to be taken. */
    default void looksAround() {}

    /** The hart went back to its state after power-on; its reset hook runs next. */
    default void reset() {}

    /** What it counted so far. */
    default RegionStatistics statistics() {
        return RegionStatistics.NONE;
    }

    /** Makes one for a hart. */
    @FunctionalInterface
    interface Factory {
        Accelerator create(GuestCode guest);
    }
}
