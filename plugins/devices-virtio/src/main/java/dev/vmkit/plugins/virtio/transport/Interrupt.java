package dev.vmkit.plugins.virtio.transport;

import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.StateTree;

/** Why the driver's attention is wanted; the line is raised as long as there is a reason (section 4.2.2). */
final class Interrupt {
    static final int USED_BUFFER = 1;
    static final int CONFIGURATION_CHANGE = 2;

    private final InterruptLine line;
    private int reasons;

    Interrupt(InterruptLine line) {
        this.line = line;
    }

    int reasons() {
        return reasons;
    }

    void raise(int reason) {
        set(reasons | reason);
    }

    void acknowledge(int handled) {
        set(reasons & ~handled);
    }

    void reset() {
        set(0);
    }

    private void set(int left) {
        reasons = left;
        line.set(left != 0);
    }

    StateTree save() {
        return StateTree.EMPTY.with("reasons", reasons);
    }

    void load(StateTree state) {
        set((int) state.number("reasons", 0, USED_BUFFER | CONFIGURATION_CHANGE));
    }
}
