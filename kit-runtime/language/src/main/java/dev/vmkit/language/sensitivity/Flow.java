package dev.vmkit.language.sensitivity;

import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which runs arrive at a point of an instruction, and in which state. Runs that parted may meet again; since each may have gone
 * several ways in between, one that has met a partner can still meet another one that parted from it at the same place.
 *
 * @param both where both arrive
 * @param first where the first one arrives and the second has gone another way
 * @param second the other way round
 * @param firstMet the first one where it has met some of its partners, which then are in {@code both}
 * @param secondMet the other way round
 */
record Flow(
        @Nullable TwinState both,
        @Nullable TwinState first,
        @Nullable TwinState second,
        @Nullable TwinState firstMet,
        @Nullable TwinState secondMet) {
    /** Nobody arrives. */
    static final Flow NONE = new Flow(null, null, null, null, null);

    /** Both runs, in one state. */
    static Flow of(TwinState both) {
        return new Flow(both, null, null, null, null);
    }

    boolean isEmpty() {
        return states().findAny().isEmpty();
    }

    /** Does something to every state. */
    void each(Consumer<TwinState> what) {
        states().forEach(what);
    }

    private Stream<TwinState> states() {
        return Stream.of(
                        Stream.ofNullable(both),
                        Stream.ofNullable(first),
                        Stream.ofNullable(second),
                        Stream.ofNullable(firstMet),
                        Stream.ofNullable(secondMet))
                .flatMap(state -> state);
    }

    Flow copy() {
        UnaryOperator<@Nullable TwinState> copy = state -> state == null ? null : state.copy();
        return new Flow(
                copy.apply(both), copy.apply(first), copy.apply(second), copy.apply(firstMet), copy.apply(secondMet));
    }

    /** Where two ways meet. */
    Flow join(Flow other) {
        return new Flow(
                        joined(both, other.both),
                        joined(first, other.first),
                        joined(second, other.second),
                        joined(firstMet, other.firstMet),
                        joined(secondMet, other.secondMet))
                .met();
    }

    /** The same with runs together that parted at one place. */
    private Flow met() {
        TwinState together = both;
        TwinState alone = first;
        TwinState otherAlone = second;
        BinaryOperator<@Nullable TwinState> pair =
                (a, b) -> a != null && b != null && a.partedWith(b) ? a.against(b) : null;
        TwinState anew = pair.apply(first, second);
        TwinState late = pair.apply(firstMet, second);
        TwinState later = pair.apply(first, secondMet);
        together = joined(joined(joined(together, anew), late), later);
        boolean firstMeets = anew != null || later != null;
        boolean secondMeets = anew != null || late != null;
        return new Flow(
                together,
                firstMeets ? null : alone,
                secondMeets ? null : otherAlone,
                firstMeets ? joined(firstMet, alone) : firstMet,
                secondMeets ? joined(secondMet, otherAlone) : secondMet);
    }

    private static @Nullable TwinState joined(@Nullable TwinState a, @Nullable TwinState b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.join(b);
    }

    /** Whether the same is known of the same runs. */
    boolean isLike(Flow other) {
        return isLike(both, other.both)
                && isLike(first, other.first)
                && isLike(second, other.second)
                && isLike(firstMet, other.firstMet)
                && isLike(secondMet, other.secondMet);
    }

    private static boolean isLike(@Nullable TwinState a, @Nullable TwinState b) {
        return a == null || b == null ? Objects.equals(a, b) : a.isLike(b);
    }
}
