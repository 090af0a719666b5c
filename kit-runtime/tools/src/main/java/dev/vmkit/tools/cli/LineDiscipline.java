package dev.vmkit.tools.cli;

import java.util.function.IntConsumer;

/**
 * What lies between a guest and a terminal in raw mode. A guest that ends a line by CR and LF drives the terminal itself, as
 * an operating system does: from then on bytes pass as they are in both directions. For any other, as a program without an
 * operating system, a line's end gets its CR, Enter is LF, and Ctrl-C ends the machine.
 */
final class LineDiscipline {
    private static final int CTRL_C = 3;

    private volatile boolean raw;
    private int last;

    /** Shows a byte of the guest. */
    void show(int value, IntConsumer terminal) {
        raw |= value == '\n' && last == '\r';
        if (value == '\n' && last != '\r' && !raw) {
            terminal.accept('\r');
        }
        terminal.accept(value);
        last = value;
    }

    /** What the guest gets for a key; from any thread. */
    int key(int key) {
        return key == '\r' && !raw ? '\n' : key;
    }

    /** Whether a key ends the machine; from any thread. */
    boolean ends(int key) {
        return key == CTRL_C && !raw;
    }
}
