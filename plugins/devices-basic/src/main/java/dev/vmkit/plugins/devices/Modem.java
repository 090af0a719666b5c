package dev.vmkit.plugins.devices;

import dev.vmkit.api.StateTree;

/**
 * Modem control and status (PC16550D, sections 8.7 and 8.8). A modem is always there and ready; in loopback the outputs
 * come back as the inputs.
 */
final class Modem {
    private static final int LOOPBACK = 0x10;
    private static final int RING = 0x40;
    /** CTS, DSR and DCD. */
    private static final int READY = 0xB0;

    private int control;
    private int changes;

    int control() {
        return control;
    }

    /** MCR: inputs that thereby change are noted in MSR. */
    void control(int value) {
        int before = inputs();
        control = value & 0x1F;
        int changed = before ^ inputs();
        // The ring indicator's change counts at its trailing edge alone (8.8, bit 2).
        int noted = changed & ~RING | before & ~inputs() & RING;
        changes |= noted >>> 4;
    }

    boolean loopback() {
        return (control & LOOPBACK) != 0;
    }

    private int inputs() {
        if (!loopback()) {
            return READY;
        }
        int dtr = control & 1;
        int rts = control >>> 1 & 1;
        int out1 = control >>> 2 & 1;
        int out2 = control >>> 3 & 1;
        return rts << 4 | dtr << 5 | out1 << 6 | out2 << 7;
    }

    boolean changed() {
        return changes != 0;
    }

    /** MSR; reading it clears the changes. */
    int takeStatus() {
        int status = inputs() | changes;
        changes = 0;
        return status;
    }

    void reset() {
        control = 0;
        changes = 0;
    }

    StateTree save() {
        return StateTree.EMPTY.with("mcr", control).with("changes", changes);
    }

    /** Throws if that is no state of a modem. */
    static void check(StateTree state) {
        state.number("mcr", 0, 0x1F);
        state.number("changes", 0, 0x0F);
    }

    void load(StateTree state) {
        control = (int) state.number("mcr");
        changes = (int) state.number("changes");
    }
}
