package dev.vmkit.tools.cli;

import dev.vmkit.machine.board.Dialogue;
import dev.vmkit.machine.board.HostInput;
import dev.vmkit.machine.board.HostOutput;
import dev.vmkit.machine.board.InputLog;
import dev.vmkit.machine.board.InteractiveInput;
import dev.vmkit.machine.board.Machine;
import dev.vmkit.machine.board.PipedInput;
import dev.vmkit.machine.board.ReplayedInput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/**
 * What a guest's console is connected to: the person's terminal, the bytes of a pipe or a file, a dialogue, or what was
 * recorded.
 */
final class GuestConnection implements Closeable {
    private final HostInput input;
    private final HostOutput output;
    private final Consumer<Machine> start;
    private final Closeable held;

    private GuestConnection(HostInput input, HostOutput output, Consumer<Machine> start, Closeable held) {
        this.input = input;
        this.output = output;
        this.start = start;
        this.held = held;
    }

    /** A file to type from, or else the pipe; output goes to {@code out}. */
    static GuestConnection piped(Surroundings surroundings, Optional<Path> typed, PrintStream out) throws IOException {
        InputStream in = source(surroundings, typed);
        GuestOutput output = new GuestOutput(out, false);
        return new GuestConnection(piped(in, output), output, machine -> {}, held(in, typed));
    }

    /** Bytes of a stream as the guest asks for them. */
    static HostInput piped(InputStream in, HostOutput output) {
        return new PipedInput(bytes(in, output), () -> available(in));
    }

    /** The same, but bytes come when they come, as from a person, and are recorded. */
    static GuestConnection live(Surroundings surroundings, Optional<Path> typed, PrintStream out) throws IOException {
        InputStream in = source(surroundings, typed);
        InteractiveInput input = new InteractiveInput();
        GuestOutput output = new GuestOutput(out, false);
        return new GuestConnection(input, output, machine -> pass(in, input), held(in, typed));
    }

    private static InputStream source(Surroundings surroundings, Optional<Path> typed) throws IOException {
        if (typed.isPresent() && Files.isDirectory(typed.get())) {
            throw new IOException("'" + typed.get() + "' is a folder, not a file");
        }
        return typed.isPresent() ? Files.newInputStream(typed.get()) : surroundings.in();
    }

    private static Closeable held(InputStream in, Optional<Path> typed) {
        return typed.isPresent() ? in : () -> {};
    }

    private static IntSupplier bytes(InputStream in, HostOutput output) {
        return () -> {
            output.flush(); // the other side should see the question before it answers
            try {
                return in.read();
            } catch (IOException e) {
                return -1;
            }
        };
    }

    private static boolean available(InputStream in) {
        try {
            return in.available() > 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void pass(InputStream in, InteractiveInput input) {
        Thread reader = new Thread(() -> passAll(in, input), "kit-pipe");
        reader.setDaemon(true);
        reader.start();
    }

    private static void passAll(InputStream in, InteractiveInput input) {
        try {
            try {
                for (int value = in.read(); value >= 0; value = in.read()) {
                    input.offer(value);
                }
            } catch (IOException closed) {
                // Then nothing more comes.
            }
            input.end();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The person's terminal. */
    static GuestConnection terminal(Surroundings surroundings) throws IOException {
        PersonsConsole console = new PersonsConsole(surroundings);
        return new GuestConnection(console.keys(), console, console::begin, console);
    }

    /** Somebody who answers what the guest shows; output goes to {@code out}. */
    static GuestConnection dialogue(Dialogue dialogue, PrintStream out) {
        return new GuestConnection(dialogue, dialogue.listening(new GuestOutput(out, false)), machine -> {}, () -> {});
    }

    /** What came in once before; output goes to {@code out}. */
    static GuestConnection replayed(InputLog log, PrintStream out) {
        return new GuestConnection(new ReplayedInput(log), new GuestOutput(out, false), machine -> {}, () -> {});
    }

    HostInput input() {
        return input;
    }

    HostOutput output() {
        return output;
    }

    /** The machine is about to run. */
    void begin(Machine machine) {
        start.accept(machine);
    }

    @Override
    public void close() throws IOException {
        output.flush();
        held.close();
    }
}
