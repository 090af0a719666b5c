package dev.vmkit.testkit.experiment;

import dev.vmkit.machine.board.Outcome;
import java.util.Optional;

/**
 * How a guest ran.
 *
 * @param missing what it was to show by its dialogue and did not
 * @param nanos of the host's time, that of all guests if they ran together
 */
record Observation(String guest, Counts counts, Outcome outcome, Optional<String> missing, long nanos) {
    /** What this run did more than a shorter one; it ended as badly as either. */
    Observation since(Observation before, int repetitions) {
        boolean cut = before.outcome instanceof Outcome.BudgetReached;
        return new Observation(
                guest,
                counts.since(before.counts, repetitions),
                cut ? before.outcome : outcome,
                before.missing.or(() -> missing),
                nanos);
    }
}
