package dev.vmkit.plugins.devices;

import dev.vmkit.api.InterruptLine;
import dev.vmkit.api.StateTree;

/** Which interrupt is pending, by priority (PC16550D, sections 8.6 and 8.7, table IV). */
final class InterruptLogic {
    /** THRE and TEMT of LSR. */
    static final int TRANSMITTER_EMPTY = 0x60;

    private static final int RECEIVED = 1;
    private static final int TRANSMIT = 2;
    private static final int LINE = 4;
    private static final int MODEM = 8;

    private static final int NONE = 0x01;

    private final InterruptLine line;
    private final Receiver receiver;
    private final Modem modem;
    private int enabled;
    private boolean transmitterEmptied;

    InterruptLogic(InterruptLine line, Receiver receiver, Modem modem) {
        this.line = line;
        this.receiver = receiver;
        this.modem = modem;
    }

    /** IER. */
    int enabled() {
        return enabled;
    }

    /** IER: enabling the transmitter's interrupt raises it, since the transmitter is empty. */
    void enable(int value) {
        transmitterEmptied |= (value & ~enabled & TRANSMIT) != 0;
        enabled = value & 0x0F;
    }

    /** Whether the arrival of a character would raise an interrupt. */
    boolean awaitsData() {
        return (enabled & RECEIVED) != 0;
    }

    /** A character was written and left, so the transmitter has become empty again. */
    void transmitted() {
        transmitterEmptied = true;
    }

    /** IIR: the most urgent interrupt; reading it ends the transmitter's, if that is the one. */
    int identify() {
        int pending = pending();
        if (pending == 0x02) {
            transmitterEmptied = false;
        }
        return pending | (receiver.fifo() ? 0xC0 : 0);
    }

    private int pending() {
        if ((enabled & LINE) != 0 && receiver.overrun()) {
            return 0x06;
        }
        if ((enabled & RECEIVED) != 0 && receiver.triggered()) {
            return 0x04;
        }
        if ((enabled & RECEIVED) != 0 && receiver.timedOut()) {
            return 0x0C;
        }
        if ((enabled & TRANSMIT) != 0 && transmitterEmptied) {
            return 0x02;
        }
        return (enabled & MODEM) != 0 && modem.changed() ? 0x00 : NONE;
    }

    /** Sets the interrupt output. */
    void drive() {
        line.set(pending() != NONE);
    }

    void reset() {
        enabled = 0;
        transmitterEmptied = false;
    }

    StateTree save() {
        return StateTree.EMPTY.with("ier", enabled).with("transmitter-emptied", transmitterEmptied ? 1 : 0);
    }

    /** Throws if that is no state of this logic. */
    static void check(StateTree state) {
        state.number("ier", 0, 0x0F);
        state.flag("transmitter-emptied");
    }

    void load(StateTree state) {
        enabled = (int) state.number("ier");
        transmitterEmptied = state.flag("transmitter-emptied");
    }
}
