package dev.vmkit.tools.cli;

import dev.vmkit.machine.board.HostOutput;
import dev.vmkit.machine.board.InteractiveInput;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.tools.screen.TerminalScreen;
import dev.vmkit.tools.screen.TerminalTraits;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Optional;
import org.jline.terminal.Size;

/** A guest's console with a person at it: keys one way, what the guest shows the other, and the kit's own help in between. */
final class PersonsConsole implements HostOutput, Closeable {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final InteractiveInput keys = new InteractiveInput();
    private final LineDiscipline discipline = new LineDiscipline();
    private final GuestTerminal terminal;
    private final GuestOutput shown;
    private final PrintStream aside;
    private final SilenceHint hint;
    private final Surroundings surroundings;
    private Optional<ScreenView> view = Optional.empty();
    private volatile boolean leaving;

    PersonsConsole(Surroundings surroundings) throws IOException {
        this.surroundings = surroundings;
        terminal = new GuestTerminal(surroundings.in());
        shown = new GuestOutput(surroundings.out(), true);
        aside = surroundings.err();
        hint = new SilenceHint(aside);
    }

    InteractiveInput keys() {
        return keys;
    }

    /** Listens to the person. */
    void begin(Machine machine) {
        String typedAhead = "";
        if (machine.displays().isEmpty()) {
            hint.begin();
        } else {
            typedAhead = watch(machine);
        }
        TypedKeys typed = new TypedKeys(keys, PATIENCE, this::beep);
        Runnable quit = () -> quit(machine);
        TerminalKeys pressed = new TerminalKeys(() -> discipline, new TerminalKeys.Wishes() {
            @Override
            public void send(int value) {
                typed.send(value);
            }

            @Override
            public void quit() {
                quit.run();
            }

            @Override
            public void inform() {
                machine.ask(() -> say(RunReport.progress(machine)));
            }

            @Override
            public void help() {
                say(TerminalKeys.HELP);
            }
        });
        typedAhead.chars().forEach(pressed::press);
        terminal.listen(pressed, quit);
    }

    /** A person who sees a screen wants to see it as fast as it would be. Gives back what was typed meanwhile. */
    private String watch(Machine machine) {
        machine.followHostTime();
        TerminalTraits traits = terminal.ask(surroundings.out());
        Size size = terminal.size();
        ScreenView seen = new ScreenView(
                machine,
                new TerminalScreen(traits.drawing(surroundings.environment()), size.getColumns(), size.getRows()),
                surroundings.out());
        seen.begin();
        view = Optional.of(seen);
        return traits.typed();
    }

    private void beep() {
        aside.print('\007');
        aside.flush();
    }

    /** Ends the machine between two instructions; the process at once if that was asked for before and does not happen. */
    private void quit(Machine machine) {
        if (leaving) {
            System.exit(ExitCode.INTERRUPTED);
        }
        leaving = true;
        machine.stop();
    }

    /** The terminal is in raw mode. */
    private void say(String text) {
        hint.close();
        aside.print("\r\n" + text.stripTrailing().replace("\n", "\r\n") + "\r\n");
        aside.flush();
    }

    @Override
    public void write(int value) {
        hint.close();
        discipline.show(value, shown::write);
    }

    @Override
    public void flush() {
        shown.flush();
    }

    @Override
    public void close() {
        hint.close();
        view.ifPresent(ScreenView::close);
        terminal.close();
    }
}
