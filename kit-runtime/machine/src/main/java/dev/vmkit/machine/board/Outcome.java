package dev.vmkit.machine.board;

import dev.vmkit.machine.hart.Stop;

/** Why a run ended. The machine stands between two instructions; after most of these it can run on. */
public sealed interface Outcome {

    /** The guest switched the machine off: 0 is success, another status the guest's error number. */
    record PoweredOff(int status) implements Outcome {}

    /** Every hart stopped for good. */
    record Halted() implements Outcome {}

    /** Every hart waits, and nothing is left that could wake one: no event, no input. */
    record IdleForever() implements Outcome {}

    /** Every hart waits, and the run was to end then; {@link Machine#rest} lets time pass. */
    record Waiting() implements Outcome {}

    /** The guest asks again and again for input, of which there is no more, and changes nothing that people see or hear. */
    record InputEnded() implements Outcome {}

    /** The run executed as many instructions as it was allowed to. */
    record BudgetReached() implements Outcome {}

    /** The run took as much of the host's time as it was allowed to. */
    record TimeReached() implements Outcome {}

    /** Somebody asked for the end. */
    record Stopped() implements Outcome {}

    /** A hart's next instruction is at a breakpoint. */
    record Breakpoint(String hart, long address) implements Outcome {}

    /** A hart cannot go on: nothing is at an address, or a trap has no handler. */
    record Stuck(String hart, Stop stop) implements Outcome {}

    /** What there is to say of it to a person; nothing if all went as it should. */
    default String message() {
        return switch (this) {
            case PoweredOff(int status) when status != 0 -> "the guest reported failure " + status;
            case IdleForever _ -> "the machine waits, and nothing is left that could wake it";
            case Waiting _ -> "the machine waits";
            case InputEnded _ -> "the guest asks for more input, but the input has ended";
            case BudgetReached _ -> "the limit of instructions was reached";
            case TimeReached _ -> "the limit of time was reached";
            case Breakpoint(String hart, long address) -> hart + " is at the breakpoint 0x" + Long.toHexString(address);
            case Stuck(String hart, Stop stop) -> hart + " " + stop.message();
            case PoweredOff _, Halted _, Stopped _ -> "";
        };
    }
}
