package dev.vmkit.layers.hypervisor;

import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.machine.execute.TranslateKey;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Numbers for the states of a guest's translation: for each value of what the definition says it depends on, a root of its
 * own. So a guest that goes to and fro between two modes or two processes finds its entries again.
 */
final class Roots {
    /** Past so many states all are forgotten. */
    private static final int MOST = 256;

    private static final long NONE = 0;

    private final TranslateKey[] keys;
    private final Map<List<Long>, Long> known = new HashMap<>();

    /** The latest state, key by key, and its root: most exits leave it as it is. */
    private final long[][] state;

    private long root = NONE;
    private long next = 1;

    Roots(IsaModel model) {
        this.keys = model.spaces().values().stream()
                .map(space -> new TranslateKey(model, space))
                .toArray(TranslateKey[]::new);
        this.state = new long[keys.length][];
    }

    /** The root for the state that the registers say. */
    long of(long[] registers) {
        if (root == NONE || !isLatest(registers)) {
            for (int i = 0; i < keys.length; i++) {
                state[i] = keys[i].read(registers);
            }
            root = known.computeIfAbsent(
                    Arrays.stream(state).flatMapToLong(Arrays::stream).boxed().toList(), _ -> next++);
        }
        return root;
    }

    private boolean isLatest(long[] registers) {
        for (int i = 0; i < keys.length; i++) {
            if (!keys[i].is(state[i], registers)) {
                return false;
            }
        }
        return true;
    }

    /** Whether there are so many that their tables had better be dropped. */
    boolean many() {
        return known.size() > MOST;
    }

    /** Forgets all; numbers are not used again. */
    void clear() {
        known.clear();
        root = NONE;
    }
}
