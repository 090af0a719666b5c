package dev.vmkit.tools.cli;

import dev.vmkit.machine.board.Outcome;
import dev.vmkit.machine.hart.Stop;
import java.util.Optional;

/**
 * A run's end, as a person is told and as a script sees it.
 *
 * @param word one word for scripts
 * @param message for people; empty if there is nothing to say
 */
record Verdict(String word, String message, int exitCode) {

    static Verdict of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.PoweredOff(int status) when status == 0 -> new Verdict("off", "", ExitCode.SUCCESS);
            case Outcome.PoweredOff(int status) ->
                new Verdict("failed", "the guest reported failure " + status, ExitCode.FAILURE);
            case Outcome.Halted() -> new Verdict("halted", "", ExitCode.SUCCESS);
            case Outcome.IdleForever() ->
                new Verdict("idle", "the machine waits, and nothing is left that could wake it", ExitCode.FAILURE);
            case Outcome.Waiting() -> new Verdict("waiting", "the machine waits", ExitCode.SUCCESS);
            case Outcome.InputEnded() ->
                new Verdict("input", "the guest asks for more input, but the input has ended", ExitCode.FAILURE);
            case Outcome.BudgetReached() ->
                new Verdict("limit", "the limit of instructions was reached", ExitCode.LIMIT);
            case Outcome.TimeReached() -> new Verdict("limit", "the limit of time was reached", ExitCode.LIMIT);
            case Outcome.Stopped() -> new Verdict("stopped", "", ExitCode.INTERRUPTED);
            case Outcome.Breakpoint(String hart, long address) ->
                new Verdict("breakpoint", hart + " is at the breakpoint " + hex(address), ExitCode.SUCCESS);
            case Outcome.Stuck(String hart, Stop stop) ->
                new Verdict("stuck", hart + " " + why(stop), ExitCode.FAILURE);
        };
    }

    /** A kernel gave up. */
    static Verdict panic(String why) {
        return new Verdict("panic", "the guest's kernel panicked: " + why, ExitCode.FAILURE);
    }

    /** This verdict, or another if the guest ended well without having shown what it should. */
    Verdict unless(Optional<String> missing) {
        return missing.isEmpty() || exitCode != ExitCode.SUCCESS
                ? this
                : new Verdict("unseen", "the guest never showed '" + missing.get() + "'", ExitCode.FAILURE);
    }

    private static String why(Stop stop) {
        return switch (stop) {
            case Stop.Fault fault ->
                "cannot go on: the instruction at " + hex(fault.address()) + " wants to "
                        + fault.access().word() + " " + hex(fault.target()) + ", where nothing is";
            case Stop.Unhandled trap ->
                "cannot go on: the instruction at " + hex(trap.address()) + " raised the trap '"
                        + trap.trap().name() + "' (" + hex(trap.value()) + "), for which there is no handler";
            default -> "stopped: " + stop;
        };
    }

    private static String hex(long value) {
        return "0x" + Long.toHexString(value);
    }
}
