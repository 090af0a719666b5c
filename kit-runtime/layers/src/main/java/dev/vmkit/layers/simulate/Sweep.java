package dev.vmkit.layers.simulate;

import dev.vmkit.layers.simulate.History.Mark;
import dev.vmkit.layers.simulate.History.Stint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Goes through a history by the spans of time in which nothing changes. */
final class Sweep {
    private final Set<Integer> there = new TreeSet<>();
    private final Map<Integer, Integer> running = new TreeMap<>();

    /** Hears of each span. */
    interface Visitor {
        /**
         * Between two times, these jobs could run, and those ran.
         *
         * @param running the processor of each task that ran
         */
        void span(long from, long to, Set<Integer> there, Map<Integer, Integer> running);
    }

    private record Change(long at, int order, Runnable what) {}

    static void through(History history, Visitor visitor) {
        new Sweep().go(history, visitor);
    }

    private void go(History history, Visitor visitor) {
        List<Change> changes = new ArrayList<>();
        history.marks().forEach(mark -> changes.add(new Change(mark.now(), 1, () -> apply(mark))));
        for (Stint stint : history.stints()) {
            changes.add(new Change(stint.from(), 2, () -> running.put(stint.task(), stint.cpu())));
            changes.add(new Change(stint.to(), 0, () -> running.remove(stint.task())));
        }
        changes.sort(Comparator.comparingLong(Change::at).thenComparingInt(Change::order));
        long from = 0;
        for (Change change : changes) {
            if (change.at() > from) {
                visitor.span(
                        from, change.at(), Collections.unmodifiableSet(there), Collections.unmodifiableMap(running));
                from = change.at();
            }
            change.what().run();
        }
        if (history.end() > from) {
            visitor.span(from, history.end(), there, running);
        }
    }

    private void apply(Mark mark) {
        switch (mark.what()) {
            case ARRIVED, WOKE -> there.add(mark.task());
            case BLOCKED, EXITED -> there.remove(mark.task());
            case BURST, SPINS, GOES_ON -> {}
        }
    }
}
