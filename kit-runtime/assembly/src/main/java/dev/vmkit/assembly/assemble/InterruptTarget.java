package dev.vmkit.assembly.assemble;

import dev.vmkit.assembly.assemble.ResolvedDevice.Wire;
import dev.vmkit.language.device.Inputs;
import java.util.Optional;

/** What an interrupt leads to. */
sealed interface InterruptTarget {

    /**
     * The processor.
     *
     * @param inputs those it has, if its definition tells
     */
    record Processor(Optional<Inputs> inputs) implements InterruptTarget {
        @Override
        public String name() {
            return Wire.CPU;
        }

        @Override
        public String words() {
            return "the processor";
        }

        /** Where lines are the bits of a register, all that decides is in the definition. */
        @Override
        public boolean hasLevels() {
            return inputs.isEmpty();
        }
    }

    /** Another device. */
    record Controller(String name, Inputs its) implements InterruptTarget {
        @Override
        public Optional<Inputs> inputs() {
            return Optional.of(its);
        }

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

    /** The inputs it has; any if empty. */
    Optional<Inputs> inputs();

    /** Whether its inputs have priorities. */
    boolean hasLevels();
}
