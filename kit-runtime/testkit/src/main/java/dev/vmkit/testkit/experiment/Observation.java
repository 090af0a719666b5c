package dev.vmkit.testkit.experiment;

import dev.vmkit.machine.board.Outcome;

/**
 * How a guest ran.
 *
 * @param nanos of the host's time, that of all guests if they ran together
 */
record Observation(String guest, Counts counts, Outcome outcome, long nanos) {
    /** What this run did more than a shorter one; it ended as badly as either. */
    Observation since(Observation before, int repetitions) {
        boolean cut = before.outcome instanceof Outcome.BudgetReached;
        return new Observation(guest, counts.since(before.counts, repetitions), cut ? before.outcome : outcome, nanos);
    }
}
