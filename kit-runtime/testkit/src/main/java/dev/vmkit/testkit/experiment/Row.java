package dev.vmkit.testkit.experiment;

import dev.vmkit.machine.board.Outcome;
import java.util.Optional;

/**
 * A guest's counts in one way.
 *
 * @param technique of the monitor; none of the bare run
 */
public record Row(String guest, String way, Optional<String> technique, Counts counts, Outcome outcome) {}
