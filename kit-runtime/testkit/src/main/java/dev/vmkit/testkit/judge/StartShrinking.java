package dev.vmkit.testkit.judge;

import dev.vmkit.testkit.judge.PropertyTrial.Attempt;
import dev.vmkit.testkit.subject.Cell;
import dev.vmkit.testkit.subject.Start;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Makes a failing case smaller as long as it still fails: less memory, fewer registers, smaller numbers. */
final class StartShrinking {
    private static final int MOST_TRIES = 400;

    private final Predicate<Attempt> fails;
    private Attempt best;
    private int tries;

    StartShrinking(Attempt failing, Predicate<Attempt> fails) {
        this.best = failing;
        this.fails = fails;
    }

    /** The smallest that was found. */
    Attempt shrink() {
        dropCells();
        for (String name : List.copyOf(best.start().values().keySet())) {
            attempt(without(name));
        }
        for (String name : List.copyOf(best.start().values().keySet())) {
            smaller(name);
        }
        return best;
    }

    private void dropCells() {
        for (int length = best.start().cells().size(); length > 0; length /= 2) {
            for (int from = 0; from < best.start().cells().size(); from += length) {
                List<Cell> left = new ArrayList<>(best.start().cells());
                left.subList(from, Math.min(left.size(), from + length)).clear();
                if (attempt(new Start(best.start().values(), left))) {
                    from -= length;
                }
            }
        }
    }

    private Start without(String name) {
        Map<String, Long> values = new LinkedHashMap<>(best.start().values());
        values.remove(name);
        return new Start(values, best.start().cells());
    }

    private void smaller(String name) {
        long value = best.start().values().getOrDefault(name, 0L);
        boolean any = attempt(with(name, 0)) || attempt(with(name, 1)) || attempt(with(name, 2));
        while (!any && value > 2 && attempt(with(name, value / 2))) {
            value /= 2;
        }
    }

    private Start with(String name, long value) {
        Map<String, Long> values = new LinkedHashMap<>(best.start().values());
        values.put(name, value);
        return new Start(values, best.start().cells());
    }

    private boolean attempt(Start smaller) {
        Attempt next = best.from(smaller);
        boolean still = tries++ < MOST_TRIES && fails.test(next);
        if (still) {
            best = next;
        }
        return still;
    }
}
