package dev.vmkit.tools.cli;

import dev.vmkit.assembly.config.DialogueReader;
import dev.vmkit.assembly.host.HostConstruction;
import dev.vmkit.assembly.host.ResolvedGuest;
import dev.vmkit.assembly.host.ResolvedHost;
import dev.vmkit.layers.hypervisor.Host;
import dev.vmkit.machine.board.Dialogue;
import dev.vmkit.machine.board.HostInput;
import dev.vmkit.machine.board.HostOutput;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The consoles of a host's guests. What a guest shows goes to a file of its own, or to this output line by line behind the
 * guest's name; with a person at a terminal, one guest at a time has it to itself.
 */
final class GuestConsoles implements Closeable {
    private final Surroundings surroundings;
    private final Optional<Path> folder;
    private final Optional<SharedTerminal> terminal;
    private final boolean silent;
    private final Map<String, Dialogue> dialogues = new LinkedHashMap<>();
    private final List<HostOutput> outputs = new ArrayList<>();
    private final List<NamedLines> lines = new ArrayList<>();
    private final List<Closeable> held = new ArrayList<>();

    private GuestConsoles(
            Surroundings surroundings, Optional<Path> folder, Optional<SharedTerminal> terminal, boolean silent) {
        this.surroundings = surroundings;
        this.folder = folder;
        this.terminal = terminal;
        this.silent = silent;
    }

    /**
     * Consoles for the guests of a host.
     *
     * @param folder where each guest's output goes to a file, if it does
     * @param silent whether it goes nowhere otherwise
     */
    static GuestConsoles of(Surroundings surroundings, ResolvedHost host, Optional<Path> folder, boolean silent)
            throws IOException {
        boolean person = surroundings.terminal()
                && folder.isEmpty()
                && !silent
                && host.guests().stream().anyMatch(GuestConsoles::isForPerson);
        if (folder.isPresent()) {
            Files.createDirectories(folder.get());
        }
        return new GuestConsoles(
                surroundings,
                folder,
                person ? Optional.of(new SharedTerminal(surroundings)) : Optional.empty(),
                silent);
    }

    private static boolean isForPerson(ResolvedGuest guest) {
        return guest.input().isEmpty()
                && guest.dialogue().isEmpty()
                && guest.machine().console().typesInto().isPresent();
    }

    /** What a guest's console is connected to. */
    HostConstruction.Connection connection(ResolvedGuest guest) {
        try {
            if (terminal.isPresent() && isForPerson(guest)) {
                return terminal.get().seat(guest.name());
            }
            HostOutput output = output(guest);
            outputs.add(output);
            if (guest.dialogue().isPresent()) {
                Dialogue dialogue = DialogueReader.read(
                        SourceFiles.read(surroundings, guest.dialogue().get().toString()));
                dialogues.put(guest.name(), dialogue);
                return new HostConstruction.Connection(dialogue, dialogue.listening(output));
            }
            return new HostConstruction.Connection(input(guest, output), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HostInput input(ResolvedGuest guest, HostOutput output) throws IOException {
        if (guest.input().isEmpty()) {
            return HostInput.NONE;
        }
        InputStream in = Files.newInputStream(guest.input().get());
        held.add(in);
        return GuestConnection.piped(in, output);
    }

    private HostOutput output(ResolvedGuest guest) throws IOException {
        if (folder.isPresent()) {
            Path file = folder.get().resolve(guest.name().replace('/', '-') + ".log");
            PrintStream stream = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.ISO_8859_1);
            held.add(stream);
            return new GuestOutput(stream, false);
        }
        if (silent) {
            return new HostOutput() {
                @Override
                public void write(int value) {}

                @Override
                public void flush() {}
            };
        }
        return terminal.<HostOutput>map(t -> t.aside(guest.name())).orElseGet(() -> named(guest.name()));
    }

    private NamedLines named(String name) {
        NamedLines named = new NamedLines(name, surroundings.out());
        lines.add(named);
        return named;
    }

    /** The host is about to run. */
    void begin(Host host) {
        terminal.ifPresent(t -> t.begin(host));
    }

    /** What guests were to show and did not, by their names. */
    Map<String, String> missing() {
        Map<String, String> missing = new LinkedHashMap<>();
        dialogues.forEach((name, dialogue) -> dialogue.missing().ifPresent(what -> missing.put(name, what)));
        return missing;
    }

    @Override
    public void close() throws IOException {
        try (Closeable _ = terminal.<Closeable>map(t -> t::close).orElse(() -> {})) {
            closeFiles();
        }
    }

    private void closeFiles() throws IOException {
        outputs.forEach(HostOutput::flush);
        lines.forEach(NamedLines::end);
        for (Closeable each : held) {
            each.close();
        }
    }
}
