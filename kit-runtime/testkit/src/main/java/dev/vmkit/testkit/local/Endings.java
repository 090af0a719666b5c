package dev.vmkit.testkit.local;

import dev.vmkit.machine.board.Outcome;
import dev.vmkit.testkit.subject.Ending;

/** Ends of runs as a judge is told of them. */
final class Endings {
    private Endings() {}

    static Ending of(Outcome outcome) {
        return switch (outcome) {
            case Outcome.PoweredOff(int status) -> status == 0 ? Ending.OFF : Ending.FAILED;
            case Outcome.Halted _ -> Ending.HALTED;
            case Outcome.IdleForever _, Outcome.Waiting _ -> Ending.IDLE;
            case Outcome.InputEnded _ -> Ending.STARVED;
            case Outcome.BudgetReached _, Outcome.TimeReached _, Outcome.Stopped _ -> Ending.LIMIT;
            case Outcome.Breakpoint _, Outcome.Stuck _ -> Ending.STUCK;
        };
    }
}
