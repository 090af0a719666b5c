package dev.vmkit.machine.execute;

import dev.vmkit.machine.memory.Ram;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The compiled instructions that begin in one page of memory. */
final class CodePage {
    private final @Nullable Step[] steps;
    private final int unitShift;
    private int longest = 1;
    private int changes;
    private @Nullable Crossing crossing;

    /** An instruction whose last units lie in another page, as that page then was. */
    private record Crossing(int at, Step step, CodePage rest, int changes) {}

    CodePage(int unitShift) {
        this.unitShift = unitShift;
        this.steps = new @Nullable Step[Ram.PAGE_BYTES >> unitShift];
    }

    /** For each address in the page the instruction that begins there, if it is known. */
    @Nullable
    Step[] steps() {
        return steps;
    }

    void put(int at, Step step) {
        steps[at] = step;
        longest = Math.max(longest, step.units());
    }

    void putCrossing(int at, Step step, CodePage rest) {
        crossing = new Crossing(at, step, rest, rest.changes);
    }

    /** Whether an instruction that leaves the page begins there. */
    boolean hasCrossing(int at) {
        return crossing != null && crossing.at == at;
    }

    /** That instruction, if the page in which it ends is this one and did not change. */
    @Nullable
    Step crossing(int at, @Nullable CodePage rest) {
        Crossing c = crossing;
        return c != null && c.at == at && c.rest == rest && c.changes == c.rest.changes ? c.step : null;
    }

    /**
     * Forgets what overlaps bytes that are about to change.
     *
     * @param first, last offsets of bytes within the page
     */
    void forget(int first, int last) {
        changes++;
        crossing = null;
        Arrays.fill(steps, earliest(first), (last >> unitShift) + 1, null);
    }

    /** Whether instructions may overlap these bytes of the page. */
    boolean hasCode(int first, int last) {
        for (int at = earliest(first); at <= last >> unitShift; at++) {
            if (steps[at] != null) {
                return true;
            }
        }
        return false;
    }

    /** Where an instruction that reaches to this byte begins at the earliest. */
    private int earliest(int offset) {
        return Math.max(0, (offset >> unitShift) - longest + 1);
    }
}
