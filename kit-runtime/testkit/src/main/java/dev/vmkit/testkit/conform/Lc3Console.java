package dev.vmkit.testkit.conform;

import dev.vmkit.machine.memory.Window;

/**
 * What is typed at an LC-3 and what it prints, and the registers of its devices from xFE00 on: keyboard, display and the clock
 * that can be stopped (Patt &amp; Patel, 3rd edition, table A.3). They interrupt nobody.
 */
final class Lc3Console implements Window {
    static final long FROM = 0xFE00;

    private static final int KEYBOARD_STATUS = 0;
    private static final int KEY = 2;
    private static final int DISPLAY_STATUS = 4;
    private static final int DISPLAY = 6;
    private static final int MACHINE_CONTROL = 0x1FE;
    private static final int READY = 0x8000;

    /** Characters; a program that prints more prints for ever. */
    private static final int MOST = 1 << 18;

    private final String input;
    private final StringBuilder printed = new StringBuilder();
    private Runnable stop = () -> {};
    private boolean stopped;
    private int next;

    Lc3Console(String input) {
        this.input = input;
    }

    /** Says what stops the processor when its clock is, or when too much is printed. */
    void onStop(Runnable action) {
        stop = action;
    }

    boolean typed() {
        return next < input.length();
    }

    /** The next character that is typed; the last one again if there is none. */
    int read() {
        next += typed() ? 1 : 0;
        return next == 0 ? 0 : input.charAt(next - 1) & 0xFF;
    }

    void print(long character) {
        printed.append((char) (character & 0xFF));
        if (overflows()) {
            stop.run();
        }
    }

    void print(String text) {
        text.chars().forEach(this::print);
    }

    String printed() {
        return printed.toString();
    }

    boolean overflows() {
        return printed.length() > MOST;
    }

    /** Whether the program has stopped the clock. */
    boolean stopped() {
        return stopped;
    }

    @Override
    public long size() {
        return 0x200;
    }

    @Override
    public long read(long offset, int width) {
        return switch ((int) offset) {
            case KEYBOARD_STATUS -> typed() ? READY : 0;
            case KEY -> read();
            case DISPLAY_STATUS, MACHINE_CONTROL -> READY;
            default -> 0;
        };
    }

    @Override
    public void write(long offset, int width, long value) {
        if (offset == DISPLAY) {
            print(value);
        } else if (offset == MACHINE_CONTROL && (value & READY) == 0) {
            stopped = true;
            stop.run();
        }
    }
}
