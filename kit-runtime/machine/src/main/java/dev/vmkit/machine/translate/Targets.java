package dev.vmkit.machine.translate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where jumps led lately, by the address of the jump: so computed jumps can be expected to lead there again. */
final class Targets {
    private static final int PLACES = 1 << 12;
    private static final int EACH = 3;

    private static final class Jump {
        private final long from;
        private final long[] to = new long[EACH];
        private final int[] counts = new int[EACH];

        private Jump(long from) {
            this.from = from;
        }

        /** A target that came least often makes room for another. */
        void add(long target) {
            int least = 0;
            for (int i = 0; i < EACH; i++) {
                if (to[i] == target && counts[i] > 0) {
                    counts[i]++;
                    return;
                }
                least = counts[i] < counts[least] ? i : least;
            }
            if (--counts[least] < 0) {
                to[least] = target;
                counts[least] = 1;
            }
        }
    }

    private final @Nullable Jump[] jumps = new @Nullable Jump[PLACES];
    private final int most;
    private int unnoted;
    private int noted;

    /**
     * None so far.
     *
     * @param most of how many jumps at most none is noted
     */
    Targets(int most) {
        this.most = most;
    }

    /** A jump led to a target; only now and then that is noted. The distance changes, lest it always be the same jump of a loop. */
    void jumped(long from, long to) {
        if (--unnoted <= 0) {
            noted++;
            unnoted = 1 + noted % most;
            add(from, to);
        }
    }

    private static int place(long pc) {
        return (int) (pc >>> 1 ^ pc >>> 13) & (PLACES - 1);
    }

    private void add(long from, long to) {
        int place = place(from);
        Jump jump = jumps[place];
        if (jump == null || jump.from != from) {
            jump = new Jump(from);
            jumps[place] = jump;
        }
        jump.add(to);
    }

    /** Where a jump led, most often first. */
    List<Long> of(long from) {
        Jump jump = jumps[place(from)];
        if (jump == null || jump.from != from) {
            return List.of();
        }
        List<Integer> known = new ArrayList<>(
                IntStream.range(0, EACH).filter(i -> jump.counts[i] > 0).boxed().toList());
        known.sort(Comparator.comparingInt((Integer i) -> jump.counts[i]).reversed());
        return known.stream().map(i -> jump.to[i]).toList();
    }
}
