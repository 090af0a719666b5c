package dev.vmkit.testkit.subject;

import dev.vmkit.api.SchedulerEvent;
import dev.vmkit.api.TaskInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a judge asks of a part under test. Each question says which {@link Answer} belongs to it; {@link Answer.Mistaken},
 * {@link Answer.Failed} and {@link Answer.Lost} belong to all.
 */
public sealed interface Question {

    /**
     * Opens a part of the submission, made anew whenever this is asked: what was opened before is forgotten. Comes before
     * any other question. Answered by {@link Answer.Opened}.
     *
     * @param name as machine files write it; for programs and machines the file, a path within the submission
     */
    record Open(Kind kind, String name, Choices choices) implements Question {}

    /** What kind of part. */
    enum Kind {
        ISA,
        DEVICE,
        POLICY,
        /** A guest program, in assembly or as an image; the board is the suite's. */
        PROGRAM,
        /** A machine file, one of a host, or an experiment. */
        MACHINE
    }

    /**
     * What is chosen of a part.
     *
     * @param variant of an instruction set
     * @param params numbers of an instruction set
     * @param features switches of an instruction set
     * @param settings parameters of a device or a policy, as machine files write them
     */
    record Choices(
            Optional<String> variant,
            Map<String, Long> params,
            Map<String, Boolean> features,
            Map<String, String> settings) {
        public static final Choices NONE = new Choices(Optional.empty(), Map.of(), Map.of(), Map.of());
    }

    /**
     * Assembles lines of the instruction set. Answered by {@link Answer.Assembled}.
     *
     * @param origin address of the first line, unless the source says another
     */
    record Assemble(String source, long origin) implements Question {}

    /**
     * Prints instructions of the instruction set. Answered by {@link Answer.Disassembled}.
     *
     * @param codes each the address units from an instruction's first one on, more than enough of them
     * @param address at which each is taken to lie
     */
    record Disassemble(List<List<Long>> codes, long address) implements Question {}

    /**
     * Executes instructions on a processor with nothing but memory, from the state after reset with the changes that
     * {@code start} says, until execution leaves the code, or something stops it. Answered by {@link Answer.Executed}.
     *
     * @param most instructions at most
     * @param stopAtTraps whether a trap ends it instead of being taken as the definition says
     * @param wanted places whose values are to be told
     */
    record Execute(Code code, Start start, long most, boolean stopAtTraps, List<String> wanted) implements Question {}

    /**
     * Runs a board with the part in or on it. Answered by {@link Answer.Ran}.
     *
     * @param budget instructions at most
     */
    record Run(Board board, Typing typing, long budget, Wanted wanted) implements Question {}

    /**
     * Makes an experiment with the part in or on its machines. Answered by {@link Answer.Measured}.
     *
     * @param claims the file whose claims are held against it, if not its own
     */
    record Measure(Board board, Optional<String> claims) implements Question {}

    /**
     * Derives whether the instruction set can be virtualized. Answered by {@link Answer.Analyzed}.
     *
     * @param kernel the mode kernels are written for, the most privileged one if empty
     * @param runsIn the mode they are to run in, the least privileged one if empty
     */
    record Analyze(Optional<String> kernel, Optional<String> runsIn) implements Question {}

    /** Says what the definition of the instruction set means, form by form. Answered by {@link Answer.Described}. */
    record Describe() implements Question {}

    /** Runs the tests that follow from the part's own definition, those of {@code kit test}. Answered by {@link Answer.Derived}. */
    record Derive() implements Question {}

    /** Does things to the device, one after another. Answered by {@link Answer.Operated}. */
    record Operate(List<DeviceAction> actions) implements Question {}

    /**
     * Makes a new instance of the policy, and starts it. Answered by {@link Answer.Done}.
     *
     * @param cpus within [1, 64]
     * @param seed of its random numbers
     */
    record Begin(int cpus, long seed) implements Question {}

    /**
     * Tells the policy what happened, then asks what a processor runs now. Answered by {@link Answer.Decided}.
     *
     * @param before events since the last question, in order
     */
    record Pick(List<SchedulerEvent> before, int cpu, long now) implements Question {}

    /** Tells the policy what happened, then asks whether one task takes another's place. Answered by {@link Answer.Told}. */
    record Preempts(List<SchedulerEvent> before, TaskInfo candidate, TaskInfo running, long now) implements Question {}

    /** Tells the policy what happened, then has it save its state. Answered by {@link Answer.Saved}. */
    record Save(List<SchedulerEvent> before) implements Question {}

    /** Has the policy, just begun, go on from a state that it saved. Answered by {@link Answer.Done}. */
    record Load(Octets state) implements Question {}
}
