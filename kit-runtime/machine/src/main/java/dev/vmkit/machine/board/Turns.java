package dev.vmkit.machine.board;

import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Whose turn it is: harts run one after another, each for a fixed number of instructions or until it idles. Where a run is
 * cut by a limit has no influence on who runs when.
 */
final class Turns implements Snapshotable {
    /** Instructions of a turn, where there is more than one hart. */
    private static final long TURN = 1000;

    private final List<NamedHart> harts;
    private final boolean[] blocked;
    private int current;
    private long used;

    Turns(List<NamedHart> harts) {
        this.harts = List.copyOf(harts);
        this.blocked = new boolean[harts.size()];
    }

    /** The hart that runs now: the one whose turn it is, or the next one that can. */
    Optional<NamedHart> runnable() {
        for (int tried = 0; tried < harts.size(); tried++) {
            if (canRun(current)) {
                return Optional.of(harts.get(current));
            }
            next();
        }
        return Optional.empty();
    }

    private boolean canRun(int index) {
        NamedHart hart = harts.get(index);
        return !hart.hart().halted() && !hart.hart().waiting() && !blocked[index];
    }

    /** The turn ends; the next hart has the next one. */
    void next() {
        current = (current + 1) % harts.size();
        used = 0;
    }

    /** Instructions that are left of the turn. */
    long left() {
        return harts.size() == 1 ? Long.MAX_VALUE : TURN - used;
    }

    /** The hart executed instructions of its turn. */
    void used(long instructions) {
        used += instructions;
        if (left() <= 0) {
            next();
        }
    }

    /** The hart whose turn it is waits for an extern that blocks. */
    void block() {
        blocked[current] = true;
    }

    /** Something happened that may let blocked externs go on. */
    void unblock() {
        Arrays.fill(blocked, false);
    }

    boolean allHalted() {
        return harts.stream().allMatch(hart -> hart.hart().halted());
    }

    void reset() {
        current = 0;
        used = 0;
        unblock();
    }

    @Override
    public StateTree save() {
        return StateTree.EMPTY.with("current", current).with("used", used);
    }

    /** Harts that were blocked find that out again. */
    @Override
    public void load(StateTree state) {
        int saved = (int) state.number("current", 0, harts.size() - 1L);
        used = state.number("used", 0, Long.MAX_VALUE);
        current = saved;
        unblock();
    }
}
