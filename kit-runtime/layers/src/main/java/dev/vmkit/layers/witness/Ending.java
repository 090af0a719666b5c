package dev.vmkit.layers.witness;

import java.util.Arrays;

/** What came of one instruction. */
public sealed interface Ending {

    /**
     * It completed.
     *
     * @param slots the registers, the program counter among them
     * @param memory a hash of memory
     * @param waits whether the hart then waits for an interrupt
     * @param halts whether it stopped for good
     * @param flushes whether it had translations forgotten
     */
    record Completed(long[] slots, int memory, boolean waits, boolean halts, boolean flushes) implements Ending {
        @Override
        public boolean equals(Object other) {
            return other instanceof Completed c
                    && Arrays.equals(slots, c.slots)
                    && memory == c.memory
                    && waits == c.waits
                    && halts == c.halts
                    && flushes == c.flushes;
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(slots) + memory;
        }
    }

    /** It raised a trap, which a monitor would see. */
    record Trapped(String trap, long value) implements Ending {}

    /** An access to memory failed: that depends on where memory lies and not on the instruction. */
    record MemoryFault(String trap) implements Ending {}

    /** It did not run: it could not be fetched, or an interrupt came first. */
    record NotRun() implements Ending {}
}
