package dev.vmkit.machine.board;

import dev.vmkit.api.PowerSwitch;
import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import dev.vmkit.machine.clock.VirtualClock;

/** The power switch as devices use it, and what they asked of it. */
final class Power implements PowerSwitch, Snapshotable {
    private enum Wish {
        NONE,
        OFF,
        RESET
    }

    private final VirtualClock clock;
    private Wish wish = Wish.NONE;
    private int status;

    Power(VirtualClock clock) {
        this.clock = clock;
    }

    /** Off stays off: what the same instruction asks after that does not count. */
    @Override
    public void off(int newStatus) {
        if (wish != Wish.OFF) {
            wish = Wish.OFF;
            status = newStatus;
            clock.endSlice();
        }
    }

    @Override
    public void reset() {
        if (wish == Wish.NONE) {
            wish = Wish.RESET;
            clock.endSlice();
        }
    }

    boolean isOff() {
        return wish == Wish.OFF;
    }

    boolean wantsReset() {
        return wish == Wish.RESET;
    }

    int status() {
        return status;
    }

    /** The machine starts. */
    void on() {
        wish = Wish.NONE;
        status = 0;
    }

    @Override
    public StateTree save() {
        return StateTree.EMPTY.with("wish", wish.ordinal()).with("status", status);
    }

    @Override
    public void load(StateTree state) {
        Wish saved = Wish.values()[(int) state.number("wish", 0, Wish.values().length - 1)];
        status = (int) state.number("status", Integer.MIN_VALUE, Integer.MAX_VALUE);
        wish = saved;
    }
}
