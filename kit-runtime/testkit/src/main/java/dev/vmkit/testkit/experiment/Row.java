package dev.vmkit.testkit.experiment;

import dev.vmkit.machine.board.Outcome;
import java.util.Optional;

/**
 * A guest's counts in one way.
 *
 * @param technique of the monitor; none of the bare run
 * @param missing what the guest was to show by its dialogue and did not: then this is no run to be compared
 */
public record Row(
        String guest,
        String way,
        Optional<String> technique,
        Counts counts,
        Outcome outcome,
        Optional<String> missing) {}
