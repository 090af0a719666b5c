package dev.vmkit.testkit.judge;

import dev.vmkit.testkit.judge.PropertyTrial.Attempt;
import dev.vmkit.testkit.judge.PropertyTrial.Failure;
import dev.vmkit.testkit.subject.Cell;
import dev.vmkit.testkit.subject.Start;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Makes a failing case smaller as long as it still fails: less memory, fewer registers, smaller numbers. */
final class StartShrinking {
    private static final int MOST_TRIES = 400;

    private final Function<Attempt, Optional<Failure>> tried;
    private Failure best;
    private int tries;

    StartShrinking(Failure failing, Function<Attempt, Optional<Failure>> tried) {
        this.best = failing;
        this.tried = tried;
    }

    /** The smallest that was found, with what it came to when it was tried. */
    Failure shrink() {
        dropCells();
        for (String name : List.copyOf(start().values().keySet())) {
            attempt(without(name));
        }
        for (String name : List.copyOf(start().values().keySet())) {
            smaller(name);
        }
        return best;
    }

    private Start start() {
        return best.attempt().start();
    }

    private void dropCells() {
        for (int length = start().cells().size(); length > 0; length /= 2) {
            for (int from = 0; from < start().cells().size(); from += length) {
                List<Cell> left = new ArrayList<>(start().cells());
                left.subList(from, Math.min(left.size(), from + length)).clear();
                if (attempt(new Start(start().values(), left))) {
                    from -= length;
                }
            }
        }
    }

    private Start without(String name) {
        Map<String, Long> values = new LinkedHashMap<>(start().values());
        values.remove(name);
        return new Start(values, start().cells());
    }

    private void smaller(String name) {
        long value = start().values().getOrDefault(name, 0L);
        boolean any = attempt(with(name, 0)) || attempt(with(name, 1)) || attempt(with(name, 2));
        while (!any && value > 2 && attempt(with(name, value / 2))) {
            value /= 2;
        }
    }

    private Start with(String name, long value) {
        Map<String, Long> values = new LinkedHashMap<>(start().values());
        values.put(name, value);
        return new Start(values, start().cells());
    }

    private boolean attempt(Start smaller) {
        if (tries++ >= MOST_TRIES) {
            return false;
        }
        Optional<Failure> next = tried.apply(best.attempt().from(smaller));
        next.ifPresent(failure -> best = failure);
        return next.isPresent();
    }
}
