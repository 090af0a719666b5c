package dev.vmkit.tools.cli;

import dev.vmkit.api.Surface.Picture;
import dev.vmkit.machine.board.Display;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.tools.screen.TerminalScreen;
import java.io.Closeable;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Shows a person what a machine's devices show, thirty times a second of the host. */
final class ScreenView implements Closeable {
    private static final long FRAME_MILLIS = 33;

    private final Machine machine;
    private final TerminalScreen screen;
    private final PrintStream terminal;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Thread frames = new Thread(this::go, "kit-screen");

    ScreenView(Machine machine, TerminalScreen screen, PrintStream terminal) {
        this.machine = machine;
        this.screen = screen;
        this.terminal = terminal;
        frames.setDaemon(true);
    }

    /** Draws the first picture, and others on a thread of its own. */
    void begin() {
        draw();
        frames.start();
    }

    private void go() {
        try {
            while (true) {
                Thread.sleep(FRAME_MILLIS);
                if (asked.compareAndSet(false, true)) {
                    machine.ask(this::draw);
                }
            }
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
    }

    /** On the thread of the machine, which also writes the guest's text, so that the two do not mix. */
    private void draw() {
        asked.set(false);
        List<Picture> pictures = machine.displays().values().stream()
                .map(Display::look)
                .flatMap(Optional::stream)
                .toList();
        terminal.print(screen.show(pictures));
        terminal.flush();
    }

    /** Draws how it ended. */
    @Override
    public void close() {
        frames.interrupt();
        draw();
        terminal.print(screen.end());
        terminal.flush();
    }
}
