package dev.vmkit.layers.timeshare;

import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What there is to count of programs' turns. */
public final class Accounts implements Snapshotable {
    /** So many turns are kept one by one; after that they are only counted. */
    public static final int MOST_TURNS = 10_000;

    private final List<TurnTaken> turns = new ArrayList<>();
    private final SortedMap<Long, Level> levels = new TreeMap<>();
    private TurnTaken current = new TurnTaken(0, 0, 0, 0, false);

    /**
     * Turns of one length; under a multilevel queue these are those of a level. Times are ticks.
     *
     * @param turns how many
     * @param ran how long programs ran in them
     * @param loads before how many a program had to be loaded
     * @param answers in how many a program answered its user
     * @param waited how long those users had waited together
     * @param longest the longest that one of them had
     */
    public record Level(long turns, long ran, long loads, long answers, long waited, long longest) {
        private static final Level NONE = new Level(0, 0, 0, 0, 0, 0);

        private List<Long> numbers() {
            return List.of(turns, ran, loads, answers, waited, longest);
        }

        private static Level of(List<Long> n) {
            if (n.size() != 6) {
                throw new IllegalArgumentException("a level has 6 accounts");
            }
            return new Level(n.get(0), n.get(1), n.get(2), n.get(3), n.get(4), n.get(5));
        }

        private Level with(TurnTaken turn) {
            return new Level(turns + 1, ran + turn.ran(), loads + (turn.loaded() ? 1 : 0), answers, waited, longest);
        }

        private Level answered(long ticks) {
            return new Level(turns, ran, loads, answers + 1, waited + ticks, Math.max(longest, ticks));
        }
    }

    void begin(int program, long at, long slice, boolean loaded) {
        current = new TurnTaken(program, at, slice, 0, loaded);
    }

    void ran(long ticks) {
        current = new TurnTaken(
                current.program(), current.at(), current.slice(), current.ran() + ticks, current.loaded());
    }

    /** The program whose turn it is answered its user, who had waited so long. */
    void answered(long ticks) {
        levels.merge(current.slice(), Level.NONE.answered(ticks), (level, _) -> level.answered(ticks));
    }

    void end() {
        TurnTaken turn = current;
        levels.merge(turn.slice(), Level.NONE.with(turn), (level, _) -> level.with(turn));
        if (turns.size() < MOST_TURNS) {
            turns.add(turn);
        }
    }

    /** The first turns, in the order in which they ended. */
    public List<TurnTaken> turns() {
        return List.copyOf(turns);
    }

    /** By the length that turns could have had. */
    public SortedMap<Long, Level> levels() {
        return new TreeMap<>(levels);
    }

    @Override
    public StateTree save() {
        StateTree saved = StateTree.EMPTY;
        for (var level : levels.entrySet()) {
            saved = saved.with(Long.toString(level.getKey()), level.getValue().numbers());
        }
        List<Long> numbers = new ArrayList<>();
        turns.forEach(turn -> numbers.addAll(turn.numbers()));
        return StateTree.EMPTY.with("levels", saved).with("turns", numbers).with("current", current.numbers());
    }

    @Override
    public void load(StateTree state) {
        SortedMap<Long, Level> loaded = new TreeMap<>();
        StateTree saved = state.tree("levels");
        saved.values().keySet().forEach(slice -> loaded.put(Long.parseLong(slice), Level.of(saved.numbers(slice))));
        List<Long> numbers = state.numbers("turns");
        List<TurnTaken> taken = new ArrayList<>();
        for (int i = 0; i < numbers.size(); i += TurnTaken.NUMBERS) {
            taken.add(TurnTaken.of(numbers.subList(i, Math.min(numbers.size(), i + TurnTaken.NUMBERS))));
        }
        current = TurnTaken.of(state.numbers("current"));
        levels.clear();
        levels.putAll(loaded);
        turns.clear();
        turns.addAll(taken);
    }
}
