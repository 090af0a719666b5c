package dev.vmkit.machine.translate;

import java.util.HashMap;
import java.util.Map;

/**
 * Where making regions did not pay: a plan came to nothing, or a region was written over while it was young, as code that
 * changes itself does. There the next attempt waits for twice as many occasions as the last one.
 */
final class Reluctance {
    private static final int PLACES = 1 << 14;
    private static final int LONGEST = 1 << 12;

    private final Map<Long, Patience> places = new HashMap<>();

    /** Of one address: how many occasions are let go by in all, and how many of them still. */
    private static final class Patience {
        private int wait;
        private int left;

        private void grow() {
            wait = Math.clamp(2L * wait, 1, LONGEST);
            left = wait;
        }

        private boolean letsGo() {
            if (left == 0) {
                return false;
            }
            left--;
            return true;
        }
    }

    /** An attempt at an address was in vain. */
    void grow(long pc) {
        if (places.size() >= PLACES) {
            places.clear();
        }
        places.computeIfAbsent(pc, _ -> new Patience()).grow();
    }

    /** Whether this occasion, at an address, is to be let go by. */
    boolean letsGo(long pc) {
        Patience patience = places.get(pc);
        return patience != null && patience.letsGo();
    }
}
