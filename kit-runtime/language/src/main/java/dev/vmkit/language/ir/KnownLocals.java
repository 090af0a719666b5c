package dev.vmkit.language.ir;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which local slots hold a known constant at a point of a body; a point that cannot be reached knows nothing. */
final class KnownLocals {
    private final Map<Integer, Expr> values;

    KnownLocals() {
        this(new HashMap<>());
    }

    private KnownLocals(Map<Integer, Expr> values) {
        this.values = values;
    }

    KnownLocals copy() {
        return new KnownLocals(new HashMap<>(values));
    }

    /** The constant in the slot, or null. */
    @Nullable
    Expr get(int slot) {
        return values.get(slot);
    }

    /** Takes note of an assignment. */
    void set(int slot, Expr value) {
        if (value instanceof Expr.Const || value instanceof Expr.Pc || value instanceof Expr.Next) {
            values.put(slot, value);
        } else {
            values.remove(slot);
        }
    }

    void forget(int slot) {
        values.remove(slot);
    }

    /** What is known where two paths meet; null is a path that does not arrive. */
    static @Nullable KnownLocals meet(@Nullable KnownLocals a, @Nullable KnownLocals b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        a.values.entrySet().removeIf(e -> !e.getValue().equals(b.values.get(e.getKey())));
        return a;
    }
}
