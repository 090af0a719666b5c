package dev.vmkit.machine.translate;

import java.util.EnumMap;
import java.util.Map;

/**
 * How many regions may be made. The JVM needs time for each, and much for a full one, so there are some at once and then one for so
 * many instructions that the guest executes.
 */
final class Budget {
    private final Options options;
    private final Map<Effort, Integer> spent = new EnumMap<>(Effort.class);
    private long latest;

    Budget(Options options) {
        this.options = options;
    }

    /** All the effort that is left, for a region that is wanted after so many executed instructions. */
    Effort effort(long retired) {
        return allows(Effort.FULL, retired) ? Effort.FULL : Effort.QUICK;
    }

    boolean allows(Effort effort, long retired) {
        return options.pace(effort).allows(spent.getOrDefault(effort, 0), retired);
    }

    /** A region is ordered. */
    void spend(Effort effort, long retired) {
        spent.merge(effort, 1, Integer::sum);
        latest = retired;
    }

    /** Nothing came of one that was ordered. */
    void giveBack(Effort effort) {
        spent.computeIfPresent(effort, (_, regions) -> regions - 1);
    }

    /** Begins anew if the hart was put back to before the latest order. */
    void look(long retired) {
        if (retired < latest) {
            spent.clear();
            latest = 0;
        }
    }
}
