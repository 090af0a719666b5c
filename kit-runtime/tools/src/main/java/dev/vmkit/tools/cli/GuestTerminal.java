package dev.vmkit.tools.cli;

import dev.vmkit.tools.screen.TerminalTraits;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.PrintStream;
import java.util.EnumSet;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.InputFlag;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Attributes.OutputFlag;
import org.jline.terminal.Size;
import org.jline.terminal.impl.exec.ExecTerminalProvider;
import org.jline.terminal.spi.Pty;
import org.jline.terminal.spi.SystemStream;

/**
 * The person's terminal, lent to a guest in raw mode: every key goes to {@link TerminalKeys}, every byte is shown as it is.
 * Whatever happens, the terminal is as before afterwards.
 */
final class GuestTerminal implements Closeable {
    private static final long PATIENCE_MILLIS = 300;
    private static final long STEP_MILLIS = 5;
    private static final int MOST_ANSWERED = 1 << 12;

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
        Runtime.getRuntime().addShutdownHook(restore); // for SIGTERM
        terminal.setAttr(raw(before));
    }

    /** As cfmakeraw(3) has it. */
    private static Attributes raw(Attributes before) {
        Attributes raw = new Attributes(before);
        raw.setLocalFlags(
                EnumSet.of(LocalFlag.ICANON, LocalFlag.ECHO, LocalFlag.ECHONL, LocalFlag.ISIG, LocalFlag.IEXTEN),
                false);
        raw.setInputFlags(
                EnumSet.of(
                        InputFlag.IGNBRK,
                        InputFlag.BRKINT,
                        InputFlag.PARMRK,
                        InputFlag.ISTRIP,
                        InputFlag.INLCR,
                        InputFlag.IGNCR,
                        InputFlag.ICRNL,
                        InputFlag.IXON),
                false);
        raw.setOutputFlag(OutputFlag.OPOST, false);
        raw.setControlChar(ControlChar.VMIN, 1);
        raw.setControlChar(ControlChar.VTIME, 0);
        return raw;
    }

    /** Its columns and rows; the usual ones if it does not tell. */
    Size size() {
        try {
            Size told = terminal.getSize();
            return told.getColumns() > 0 && told.getRows() > 0 ? told : Size.of(80, 24);
        } catch (IOException silent) {
            return Size.of(80, 24);
        }
    }

    /**
     * Asks the terminal what it is. To be called before {@link #listen}; whoever types meanwhile is heard afterwards.
     *
     * @param out the way to it
     */
    TerminalTraits ask(PrintStream out) {
        out.print(TerminalTraits.QUESTION);
        out.flush();
        return answer(keys, size(), PATIENCE_MILLIS);
    }

    /** What comes in until the answer is complete, or for so long at most. */
    static TerminalTraits answer(InputStream in, Size size, long millis) {
        StringBuilder answer = new StringBuilder();
        try {
            for (long waited = 0; waited < millis && answer.length() < MOST_ANSWERED; waited += STEP_MILLIS) {
                while (in.available() > 0 && answer.length() < MOST_ANSWERED) {
                    answer.append((char) in.read());
                }
                if (traits(answer, size).answered()) {
                    break;
                }
                Thread.sleep(STEP_MILLIS);
            }
        } catch (IOException gone) {
            // The listener finds that out, too.
        } catch (InterruptedException over) {
            Thread.currentThread().interrupt();
        }
        return traits(answer, size);
    }

    private static TerminalTraits traits(CharSequence answer, Size size) {
        return TerminalTraits.of(answer.toString(), size.getColumns(), size.getRows());
    }

    /** Passes keys on, on a thread of its own, until the terminal is closed; runs {@code gone} if the person's side closes it. */
    void listen(TerminalKeys pressed, Runnable gone) {
        Thread listener = new Thread(() -> read(keys, pressed, gone), "kit-keys");
        listener.setDaemon(true);
        listener.start();
    }

    /** Passes keys on until there are no more: the terminal was hung up. */
    static void read(InputStream keys, TerminalKeys pressed, Runnable gone) {
        try {
            for (int key = keys.read(); key >= 0; key = keys.read()) {
                pressed.press(key);
            }
            gone.run();
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            gone.run();
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
        try {
            Runtime.getRuntime().removeShutdownHook(restore);
        } catch (IllegalStateException tooLate) {
            // The process ends, and the hook has given it back.
        }
    }
}
