package dev.vmkit.testkit.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Makes a scenario smaller on which engines differ, as long as they still do: fewer instructions, events, stops and values.
 * What an instruction's place matters for keeps it; others become ones that do nothing, and go if they can.
 */
final class Shrinker {
    private static final int MOST_TRIES = 3000;
    private static final int MOST_ROUNDS = 4;

    private final Comparison comparison;
    private final NoOperations nothing;
    private final List<Long> reset;
    private Scenario best;
    private Divergence divergence;
    private int tries;

    /** A shrinker of a scenario on which engines part in that way. */
    Shrinker(Comparison comparison, NoOperations nothing, List<Long> reset, Scenario scenario, Divergence found) {
        this.comparison = comparison;
        this.nothing = nothing;
        this.reset = reset;
        this.best = scenario;
        this.divergence = found;
    }

    /** The smallest scenario found. */
    Scenario shrink() {
        int rounds = 1;
        while (round() && rounds < MOST_ROUNDS) {
            rounds++;
        }
        return best;
    }

    /** Where the engines part on it. */
    Divergence divergence() {
        return divergence;
    }

    private boolean round() {
        boolean any = attempt(
                best.with(new Scenario.Slices(best.slices().budgets(), divergence.before() + divergence.within())));
        any |= attempt(best.with(Scenario.Stops.NONE));
        any |= drop(best.events().size(), this::withoutEvents);
        any |= drop(best.code().pieces().size(), this::silenced);
        any |= drop(best.code().pieces().size(), this::withoutPieces);
        any |= attempt(best.with(new Scenario.Start(best.start().registers(), 0)));
        any |= drop(best.start().registers().size(), this::withoutValues);
        any |= attempt(best.with(new Scenario.Slices(
                List.of(best.slices().instructions()), best.slices().instructions())));
        return any;
    }

    /** Tries to do without parts, first many at once, then fewer, at last each. */
    private boolean drop(int count, Function<Range, Scenario> without) {
        boolean any = false;
        for (int length = Math.max(1, count); length > 0; length /= 2) {
            for (int from = count - length; from > -length; from -= length) {
                any |= attempt(without.apply(new Range(Math.max(0, from), from + length)));
            }
        }
        return any;
    }

    /** Parts of a list. */
    private record Range(int from, int to) {
        boolean holds(int index) {
            return index >= from && index < to;
        }
    }

    private boolean attempt(Scenario smaller) {
        if (smaller.equals(best) || tries++ >= MOST_TRIES) {
            return false;
        }
        Optional<Divergence> still = comparison.run(smaller);
        still.ifPresent(found -> {
            best = smaller;
            divergence = found;
        });
        return still.isPresent();
    }

    private Scenario withoutEvents(Range range) {
        return best.withEvents(outside(range, best.events()));
    }

    private Scenario withoutPieces(Range range) {
        return best.with(outside(range, best.code().pieces()));
    }

    private static <T> List<T> outside(Range range, List<T> all) {
        return IntStream.range(0, all.size())
                .filter(i -> !range.holds(i))
                .mapToObj(all::get)
                .toList();
    }

    private Scenario silenced(Range range) {
        List<Piece> pieces = new ArrayList<>(best.code().pieces());
        for (int i = range.from; i < Math.min(range.to, pieces.size()); i++) {
            pieces.set(i, nothing.ofSize(pieces.get(i)));
        }
        return best.with(pieces);
    }

    private Scenario withoutValues(Range range) {
        List<Long> values = new ArrayList<>(best.start().registers());
        int pc = nothing.pcSlot();
        for (int i = range.from; i < Math.min(range.to, values.size()); i++) {
            if (i != pc) {
                values.set(i, reset.get(i));
            }
        }
        return best.with(new Scenario.Start(values, best.start().memory()));
    }
}
