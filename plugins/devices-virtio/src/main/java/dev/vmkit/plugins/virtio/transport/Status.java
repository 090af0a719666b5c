package dev.vmkit.plugins.virtio.transport;

import dev.vmkit.api.StateTree;

/** How far the driver has come, a bit each (section 2.1). Only a reset takes bits away. */
final class Status {
    static final int FEATURES_OK = 8;
    static final int DRIVER_OK = 4;
    static final int NEEDS_RESET = 64;

    private static final int WRITABLE = 0x8F;

    private int bits;

    int bits() {
        return bits;
    }

    /** Whether requests may be served. */
    boolean running() {
        return (bits & (DRIVER_OK | NEEDS_RESET)) == DRIVER_OK;
    }

    private boolean has(int bit) {
        return (bits & bit) != 0;
    }

    /** The driver sets bits. The features must be agreed on for FEATURES_OK, and that must be set for DRIVER_OK. */
    void set(int wanted, Features features) {
        int allowed = wanted & WRITABLE;
        if ((allowed & FEATURES_OK) != 0 && !features.agree()) {
            allowed &= ~FEATURES_OK;
        }
        if (!has(FEATURES_OK) && (allowed & FEATURES_OK) == 0) {
            allowed &= ~DRIVER_OK;
        }
        bits |= allowed;
    }

    /** The driver broke a rule: nothing works until it resets the device. */
    void needsReset() {
        bits |= NEEDS_RESET;
    }

    void reset() {
        bits = 0;
    }

    StateTree save() {
        return StateTree.EMPTY.with("bits", bits);
    }

    void load(StateTree state) {
        int saved = (int) state.number("bits", 0, 0xFF);
        if ((saved & ~(WRITABLE | NEEDS_RESET)) != 0) {
            throw new IllegalArgumentException("status has bits that do not exist: " + saved);
        }
        bits = saved;
    }
}
