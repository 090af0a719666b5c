package dev.vmkit.tools.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.EnumSet;
import java.util.function.IntConsumer;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;

/**
 * The person's terminal, lent to a guest: keys go to it one by one and without echo. Ctrl-A is for the kit: {@code x} ends
 * the machine, {@code a} sends a Ctrl-A, {@code h} helps. Whatever happens, the terminal is as before afterwards.
 */
final class GuestTerminal implements Closeable {
    private static final int ESCAPE = 1; // Ctrl-A, as QEMU has it

    private final InputStream keys;
    private final Pty terminal;
    private final Attributes before;
    private final Thread restore = new Thread(this::giveBack, "kit-terminal");

    /**
     * Takes the terminal, whose keys come in through {@code keys}. It is JLine's bare terminal device: JLine's own reader
     * would take a key now and then, and would have the process wait for one more key at its end.
     */
    GuestTerminal(InputStream keys) throws IOException {
        this.keys = keys;
        terminal = new ExecTerminalProvider().current(SystemStream.Output);
        before = terminal.getAttr();
        Runtime.getRuntime().addShutdownHook(restore); // for Ctrl-C and SIGTERM
        Attributes single = new Attributes(before);
        single.setLocalFlags(EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO), false);
        single.setControlChar(ControlChar.VMIN, 1);
        single.setControlChar(ControlChar.VTIME, 0);
        terminal.setAttr(single);
    }

    /**
     * Passes keys on, on a thread of its own, until the terminal is closed.
     *
     * @param guest gets each byte
     * @param quit runs when the person wants to leave
     */
    void listen(IntConsumer guest, Runnable quit, Screen screen) {
        Thread listener = new Thread(() -> read(guest, quit, screen), "kit-keys");
        listener.setDaemon(true);
        listener.start();
    }

    private void read(IntConsumer guest, Runnable quit, Screen screen) {
        try {
            for (int key = keys.read(); key >= 0; key = keys.read()) {
                if (key != ESCAPE) {
                    guest.accept(key);
                } else {
                    command(keys.read(), guest, quit, screen);
                }
            }
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            quit.run(); // the terminal is gone
        }
    }

    private static void command(int key, IntConsumer guest, Runnable quit, Screen screen) {
        switch (key) {
            case 'x', 'X' -> quit.run();
            case 'a', 'A', ESCAPE -> guest.accept(ESCAPE);
            default ->
                screen.say("\nCtrl-A x  end the machine\nCtrl-A a  send a Ctrl-A to the guest\nCtrl-A h  this help");
        }
    }

    private void giveBack() {
        try {
            terminal.setAttr(before);
        } catch (IOException gone) {
            // Then there is no terminal left to give back.
        }
    }

    @Override
    public void close() {
        giveBack();
        Runtime.getRuntime().removeShutdownHook(restore);
    }
}
