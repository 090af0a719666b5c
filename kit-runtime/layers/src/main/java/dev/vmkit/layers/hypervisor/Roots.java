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

    private final List<TranslateKey> keys;
    private final Map<List<Long>, Long> known = new HashMap<>();
    private long next = 1;

    Roots(IsaModel model) {
        this.keys = model.spaces().values().stream()
                .map(space -> new TranslateKey(model, space))
                .toList();
    }

    /** The root for the state that the registers say. */
    long of(long[] registers) {
        List<Long> state = keys.stream()
                .flatMapToLong(key -> Arrays.stream(key.read(registers)))
                .boxed()
                .toList();
        return known.computeIfAbsent(state, _ -> next++);
    }

    /** Whether there are so many that their tables had better be dropped. */
    boolean many() {
        return known.size() > MOST;
    }

    /** Forgets all; numbers are not used again. */
    void clear() {
        known.clear();
    }
}
