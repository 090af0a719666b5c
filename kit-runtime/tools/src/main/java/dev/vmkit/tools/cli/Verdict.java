package dev.vmkit.tools.cli;

import dev.vmkit.machine.board.Outcome;
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
            case Outcome.PoweredOff(int status) ->
                status == 0 ? verdict("off", outcome, ExitCode.SUCCESS) : verdict("failed", outcome, ExitCode.FAILURE);
            case Outcome.Halted _ -> verdict("halted", outcome, ExitCode.SUCCESS);
            case Outcome.IdleForever _ -> verdict("idle", outcome, ExitCode.FAILURE);
            case Outcome.Waiting _ -> verdict("waiting", outcome, ExitCode.SUCCESS);
            case Outcome.InputEnded _ -> verdict("input", outcome, ExitCode.FAILURE);
            case Outcome.BudgetReached _, Outcome.TimeReached _ -> verdict("limit", outcome, ExitCode.LIMIT);
            case Outcome.Stopped _ -> verdict("stopped", outcome, ExitCode.INTERRUPTED);
            case Outcome.Breakpoint _ -> verdict("breakpoint", outcome, ExitCode.SUCCESS);
            case Outcome.Stuck _ -> verdict("stuck", outcome, ExitCode.FAILURE);
        };
    }

    private static Verdict verdict(String word, Outcome outcome, int exitCode) {
        return new Verdict(word, outcome.message(), exitCode);
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
}
