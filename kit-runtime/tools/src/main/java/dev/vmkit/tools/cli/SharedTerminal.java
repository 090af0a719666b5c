package dev.vmkit.tools.cli;

import dev.vmkit.assembly.host.HostConstruction;
import dev.vmkit.layers.hypervisor.Host;
import dev.vmkit.machine.board.HostOutput;
import dev.vmkit.machine.board.InteractiveInput;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A person's terminal for several guests: one has it, keys and screen; what the others show meanwhile is kept and shown when
 * the person turns to them, by Ctrl-A n.
 */
final class SharedTerminal implements Closeable {
    /** Bytes that are kept of a guest nobody looks at; older ones are dropped. */
    private static final int KEPT = 1 << 16;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final GuestTerminal terminal;
    private final GuestOutput shown;
    private final PrintStream aside;
    private final List<Seat> seats = new ArrayList<>();
    private int current;
    private boolean leaving;

    SharedTerminal(Surroundings surroundings) throws IOException {
        terminal = new GuestTerminal(surroundings.in());
        shown = new GuestOutput(surroundings.out(), true);
        aside = surroundings.err();
    }

    /** A guest's end of it. */
    private final class Seat implements HostOutput {
        private final String name;
        private final InteractiveInput keys = new InteractiveInput();
        private final TypedKeys typed = new TypedKeys(keys, PATIENCE, () -> {});
        private final LineDiscipline discipline = new LineDiscipline();
        private ByteArrayOutputStream unseen = new ByteArrayOutputStream();

        private Seat(String name) {
            this.name = name;
        }

        @Override
        public void write(int value) {
            synchronized (SharedTerminal.this) {
                if (seats.get(current) == this) {
                    discipline.show(value, shown::write);
                } else {
                    keep(value);
                }
            }
        }

        private void keep(int value) {
            if (unseen.size() >= KEPT) {
                byte[] all = unseen.toByteArray();
                unseen = new ByteArrayOutputStream();
                unseen.write(all, all.length / 2, all.length - all.length / 2);
            }
            unseen.write(value);
        }

        private void show() {
            for (byte value : unseen.toByteArray()) {
                discipline.show(value & 0xFF, shown::write);
            }
            unseen.reset();
            shown.flush();
        }

        @Override
        public void flush() {
            synchronized (SharedTerminal.this) {
                shown.flush();
            }
        }
    }

    /** A guest that takes part; the first one has the terminal at first. */
    HostConstruction.Connection seat(String name) {
        Seat seat = new Seat(name);
        seats.add(seat);
        return new HostConstruction.Connection(seat.keys, seat);
    }

    /** The output of a guest that has input from elsewhere: seen in its turn. */
    HostOutput aside(String name) {
        Seat seat = new Seat(name);
        seats.add(seat);
        return seat;
    }

    /** Listens to the person. */
    void begin(Host host) {
        banner();
        terminal.listen(
                new TerminalKeys(() -> seat().discipline, new TerminalKeys.Wishes() {
                    @Override
                    public void send(int value) {
                        seat().typed.send(value);
                    }

                    @Override
                    public void quit() {
                        leave(host);
                    }

                    @Override
                    public void next() {
                        turn();
                    }

                    @Override
                    public void inform() {
                        say("%s: %,d ticks".formatted(seat().name, host.now()));
                    }

                    @Override
                    public void help() {
                        say(TerminalKeys.HELP + "Ctrl-A n  the next guest");
                    }
                }),
                () -> leave(host));
    }

    private synchronized Seat seat() {
        return seats.get(current);
    }

    private synchronized void turn() {
        current = (current + 1) % seats.size();
        banner();
        seat().show();
    }

    private void banner() {
        say("[" + seat().name + ", guest " + (current + 1) + " of " + seats.size()
                + "; Ctrl-A n for the next, Ctrl-A x ends all]");
    }

    private void leave(Host host) {
        if (leaving) {
            System.exit(ExitCode.INTERRUPTED);
        }
        leaving = true;
        host.stop();
    }

    /** The terminal is in raw mode. */
    private void say(String text) {
        aside.print("\r\n" + text.stripTrailing().replace("\n", "\r\n") + "\r\n");
        aside.flush();
    }

    @Override
    public void close() {
        terminal.close();
    }
}
