package dev.vmkit.testkit.subject;

import dev.vmkit.api.SchedulerPolicy.Decision;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** What a part under test answers. It may be wrong, and it may be a lie; it is never more than data. */
public sealed interface Answer {

    /**
     * The part is open.
     *
     * @param parameters numbers that a policy was given or has by default, by name; of an instruction set {@code unit}, the
     *     bits at an address, and {@code addresses}, the bits of one
     */
    record Opened(Map<String, Long> parameters) implements Answer {}

    /**
     * The submission has mistakes where it was asked about: a definition, a program, a machine file.
     *
     * @param mistakes at least one
     */
    record Mistaken(List<Mistake> mistakes) implements Answer {}

    /**
     * Code of the submission threw something.
     *
     * @param who the plugin, the class or the part
     * @param what was thrown, and where in the submission's code
     */
    record Failed(String who, String what) implements Answer {}

    /** No answer came, and none will. */
    record Lost(Loss why, String detail) implements Answer {}

    /** Why no answer came. */
    enum Loss {
        /** It took longer than it may. */
        TIME,
        /** It used more of the processor than it may. */
        CPU,
        /** It used more memory than it may. */
        MEMORY,
        /** Its process ended. */
        CRASHED,
        /** It wrote more than it may. */
        OUTPUT,
        /** What it sent is no answer to the question. */
        PROTOCOL
    }

    /**
     * Lines are machine code now.
     *
     * @param segments by address
     * @param entry where execution begins, if the source says so
     */
    record Assembled(List<Segment> segments, OptionalLong entry, Map<String, Long> labels) implements Answer {}

    /** Address units from an address on. */
    record Segment(String space, long address, List<Long> units) {}

    /** One text for each code, empty where there is no instruction. */
    record Disassembled(List<String> texts) implements Answer {}

    /**
     * Instructions have been executed.
     *
     * @param detail of the end: the trap, the access
     * @param instructions executed, the last one included
     * @param values of the places that were wanted; those that there are not are left out
     * @param changes memory that differs from the start, in order, at most {@link Start#MOST_CELLS}
     */
    record Executed(Ending ending, String detail, long instructions, Map<String, Bits> values, List<Cell> changes)
            implements Answer {}

    /** Machines have run; the guests of a host and the programs of a time-shared machine are one each. */
    record Ran(List<Observation> machines, List<String> picks) implements Answer {
        /** The most picks that are told. */
        public static final int MOST_PICKS = 10_000;
    }

    /**
     * An experiment was made.
     *
     * @param troubles runs that did not end well, and how
     */
    record Measured(Map<String, String> troubles, List<Claimed> claims) implements Answer {
        /**
         * Something that was claimed.
         *
         * @param failures what was counted where it does not hold
         */
        public record Claimed(String claim, List<String> failures) {}
    }

    /**
     * What follows for virtualization from the definition.
     *
     * @param theorem1 whether trapping is enough
     * @param hybrid whether it is if kernels are interpreted
     * @param critical forms of instructions that are sensitive and do not trap, by their names
     * @param classes of each form that a monitor has something to do with
     */
    record Analyzed(boolean theorem1, boolean hybrid, List<String> critical, Map<String, List<String>> classes)
            implements Answer {}

    /**
     * What a definition means, in texts that are equal for what means the same.
     *
     * @param encodings of each form, by its name
     * @param semantics of each form, functions in place
     * @param frame everything else, by what it is: registers, privilege, hooks
     */
    record Described(Map<String, String> encodings, Map<String, String> semantics, Map<String, String> frame)
            implements Answer {}

    /** The tests that follow from the definition. */
    record Derived(List<Finding> findings) implements Answer {
        /**
         * One test.
         *
         * @param test a sentence that is true if it passed
         */
        public record Finding(String test, boolean passed, String detail) {}
    }

    /** What came of each action. */
    record Operated(List<DeviceOutcome> outcomes) implements Answer {}

    /** It is done. */
    record Done() implements Answer {}

    /** The policy decided. */
    record Decided(Decision decision) implements Answer {}

    /** Yes or no. */
    record Told(boolean yes) implements Answer {}

    /** The policy's state, as {@code machine.state.StateCodec} writes it. */
    record Saved(Octets state) implements Answer {}
}
