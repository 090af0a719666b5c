package dev.vmkit.tools.experiment;

import dev.vmkit.machine.board.Outcome;

/**
 * How a guest ran.
 *
 * @param nanos of the host's time, that of all guests if they ran together
 */
record Observation(String guest, Counts counts, Outcome outcome, long nanos) {
    Observation since(Observation before, int repetitions) {
        return new Observation(guest, counts.since(before.counts, repetitions), outcome, nanos);
    }
}
