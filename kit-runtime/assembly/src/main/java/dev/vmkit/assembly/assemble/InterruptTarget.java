package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.assemble.ResolvedDevice.Wire;
import dev.vmkit.language.device.Inputs;
import dev.vmkit.language.isa.Requests;
import java.util.Optional;

/** What an interrupt leads to. */
sealed interface InterruptTarget {

    /**
     * The processor.
     *
     * @param lines its inputs, if they are the bits of a register
     * @param requests which interrupts it can be asked for otherwise
     */
    record Processor(Optional<Inputs> lines, Requests requests) implements InterruptTarget {
        @Override
        public String name() {
            return Wire.CPU;
        }

        @Override
        public String words() {
            return "the processor";
        }

        @Override
        public Inputs inputs() {
            return lines.orElseGet(() -> new Inputs(0, requests.inputs()));
        }

        @Override
        public int every() {
            return lines.isPresent() ? 1 : requests.every();
        }

        @Override
        public int levels() {
            return requests.levels();
        }

        /** Where lines are the bits of a register, all that decides is in the definition. */
        @Override
        public boolean hasLevels() {
            return lines.isEmpty();
        }

        @Override
        public boolean asksForLevel() {
            return hasLevels() && requests.levels() > 0 && requests.levels() < Requests.MOST;
        }
    }

    /** Another device. */
    record Controller(String name, Inputs inputs) implements InterruptTarget {
        @Override
        public String words() {
            return "'" + name + "'";
        }

        @Override
        public boolean hasLevels() {
            return false;
        }
    }

    /** As machine files write it. */
    String name();

    /** For messages. */
    String words();

    /** The inputs it has. */
    Inputs inputs();

    /** What the numbers of its inputs are multiples of. */
    default int every() {
        return 1;
    }

    /** The highest priority, if its inputs have any. */
    default int levels() {
        return 0;
    }

    /** Whether its inputs have priorities. */
    boolean hasLevels();

    /** Whether a priority has to be said, since the definition says which ones there are. */
    default boolean asksForLevel() {
        return false;
    }
}
