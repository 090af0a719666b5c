package dev.vmkit.testkit.subject;

import java.util.List;
import java.util.Map;

/**
 * How a state differs from that after reset, in which memory is zero.
 *
 * @param values of places
 * @param cells memory, at most {@link #MOST_CELLS} of them
 */
public record Start(Map<String, Long> values, List<Cell> cells) {
    /** The most cells that are given or told. */
    public static final int MOST_CELLS = 4096;

    /** Nothing differs. */
    public static final Start RESET = new Start(Map.of(), List.of());
}
