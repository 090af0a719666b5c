package dev.vmkit.language.sensitivity;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Which runs arrive at a point of an instruction, and in which state.
 *
 * @param both where both arrive
 * @param first where the first one arrives and the second goes another way
 * @param second the other way round
 */
record Flow(
        @Nullable TwinState both,
        @Nullable TwinState first,
        @Nullable TwinState second) {
    /** Nobody arrives. */
    static final Flow NONE = new Flow(null, null, null);

    boolean isEmpty() {
        return both == null && first == null && second == null;
    }

    /** Does something to every state. */
    void each(Consumer<TwinState> what) {
        if (both != null) {
            what.accept(both);
        }
        if (first != null) {
            what.accept(first);
        }
        if (second != null) {
            what.accept(second);
        }
    }

    Flow copy() {
        UnaryOperator<TwinState> copy = TwinState::copy;
        return new Flow(
                both == null ? null : copy.apply(both),
                first == null ? null : copy.apply(first),
                second == null ? null : copy.apply(second));
    }

    /** Where two ways meet: runs that went apart may be together again. */
    Flow join(Flow other) {
        TwinState together = joined(both, other.both);
        TwinState one = joined(first, other.first);
        TwinState two = joined(second, other.second);
        return one == null || two == null
                ? new Flow(together, one, two)
                : new Flow(joined(together, one.against(two)), null, null);
    }

    private static @Nullable TwinState joined(@Nullable TwinState a, @Nullable TwinState b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.join(b);
    }

    /** Whether the same is known of the same runs. */
    boolean isLike(Flow other) {
        return isLike(both, other.both) && isLike(first, other.first) && isLike(second, other.second);
    }

    private static boolean isLike(@Nullable TwinState a, @Nullable TwinState b) {
        return a == null || b == null ? a == b : a.isLike(b);
    }
}
