package dev.vmkit.tools.cli;

import dev.vmkit.machine.board.Dialogue;
import dev.vmkit.machine.board.HostInput;
import dev.vmkit.machine.board.HostOutput;
import dev.vmkit.machine.board.InteractiveInput;
import dev.vmkit.machine.board.PipedInput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntSupplier;

/** What a guest's console is connected to: the person's terminal, the bytes of a pipe or a file, or a dialogue. */
final class GuestConnection implements Closeable {
    private final HostInput input;
    private final HostOutput output;
    private final Closeable held;

    private GuestConnection(HostInput input, HostOutput output, Closeable held) {
        this.input = input;
        this.output = output;
        this.held = held;
    }

    /** A file to type from, or else the pipe; output goes to {@code out}. */
    static GuestConnection piped(Surroundings surroundings, Optional<Path> typed, PrintStream out) throws IOException {
        if (typed.isPresent() && Files.isDirectory(typed.get())) {
            throw new IOException("'" + typed.get() + "' is a folder, not a file");
        }
        InputStream in = typed.isPresent() ? Files.newInputStream(typed.get()) : surroundings.in();
        GuestOutput output = new GuestOutput(out, false);
        return new GuestConnection(
                new PipedInput(bytes(in, output), () -> available(in)), output, typed.isPresent() ? in : () -> {});
    }

    private static IntSupplier bytes(InputStream in, GuestOutput output) {
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

    /** The person's terminal; {@code quit} runs when they want to leave. */
    static GuestConnection terminal(Surroundings surroundings, Screen screen, Runnable quit) throws IOException {
        InteractiveInput keys = new InteractiveInput();
        GuestTerminal terminal = new GuestTerminal(surroundings.in());
        terminal.listen(key -> offer(keys, key), quit, screen);
        return new GuestConnection(keys, new GuestOutput(surroundings.out(), true), terminal);
    }

    /** Somebody who answers what the guest shows; output goes to {@code out}. */
    static GuestConnection dialogue(Dialogue dialogue, PrintStream out) {
        return new GuestConnection(dialogue, dialogue.listening(new GuestOutput(out, false)), () -> {});
    }

    private static void offer(InteractiveInput keys, int key) {
        try {
            keys.offer(key);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    HostInput input() {
        return input;
    }

    HostOutput output() {
        return output;
    }

    @Override
    public void close() throws IOException {
        output.flush();
        held.close();
    }
}
