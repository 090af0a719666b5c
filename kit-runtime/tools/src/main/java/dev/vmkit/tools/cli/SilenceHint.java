package dev.vmkit.tools.cli;

import java.io.Closeable;
import java.io.PrintStream;

/**
 * A line that says to a person at a terminal that a machine is at work although it shows nothing yet. It is gone as soon as
 * the guest shows something.
 */
final class SilenceHint implements Closeable {
    private static final long SECOND = 1_000;

    private final PrintStream terminal;
    private int width;
    private boolean over;

    SilenceHint(PrintStream terminal) {
        this.terminal = terminal;
    }

    /** Begins to count seconds, on a thread of its own. */
    void begin() {
        Thread counter = new Thread(this::count, "kit-hint");
        counter.setDaemon(true);
        counter.start();
    }

    private void count() {
        try {
            for (int seconds = 1; seconds < Integer.MAX_VALUE; seconds++) {
                Thread.sleep(SECOND);
                if (!show(seconds)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says how long it has been; whether there is a point in going on. */
    synchronized boolean show(int seconds) {
        if (!over) {
            String text = "[the machine runs, nothing shown for %d s; Ctrl-A h helps]".formatted(seconds);
            width = text.length();
            terminal.print("\r" + text);
            terminal.flush();
        }
        return !over;
    }

    /** The guest is about to show something. */
    @Override
    public synchronized void close() {
        if (!over && width > 0) {
            terminal.print("\r" + " ".repeat(width) + "\r");
            terminal.flush();
        }
        over = true;
    }
}
