package dev.vmkit.machine.state;

import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import java.util.LinkedHashMap;
import java.util.Map;

/** The state of something made of named parts: each part's state under its name. */
public final class CompositeState implements Snapshotable {
    private final Map<String, Snapshotable> parts;

    /**
     * The state of some parts.
     *
     * @param parts by name, in the order in which they are to be loaded: what others depend on comes first, such as the
     *     clock before devices that ask it for events, and devices before the harts whose lines they raise
     */
    public CompositeState(Map<String, ? extends Snapshotable> parts) {
        this.parts = new LinkedHashMap<>(parts);
    }

    @Override
    public StateTree save() {
        Map<String, StateTree> saved = new LinkedHashMap<>();
        parts.forEach((name, part) -> saved.put(name, part.save()));
        return StateTree.of(saved);
    }

    /** Loads every part; if one refuses, those before it get back what they had. */
    @Override
    public void load(StateTree state) {
        if (!state.values().keySet().equals(parts.keySet())) {
            throw new IllegalArgumentException(
                    "the state of " + state.values().keySet() + ", not of " + parts.keySet());
        }
        StateTree before = save();
        try {
            loadAll(state);
        } catch (RuntimeException refused) {
            loadAll(before);
            throw refused;
        }
    }

    private void loadAll(StateTree state) {
        parts.forEach((name, part) -> load(name, part, state.tree(name)));
    }

    private static void load(String name, Snapshotable part, StateTree state) {
        try {
            part.load(state);
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(name + ": " + refused.getMessage(), refused);
        }
    }
}
