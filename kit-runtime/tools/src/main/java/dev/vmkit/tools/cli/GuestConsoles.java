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
import java.io.UncheckedIOException;
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
    private final NamedScreens screens;
    private final Optional<SharedTerminal> terminal;
    private final Map<String, Dialogue> dialogues = new LinkedHashMap<>();
    private final List<HostOutput> outputs = new ArrayList<>();
    private final List<Closeable> held = new ArrayList<>();

    private GuestConsoles(Surroundings surroundings, NamedScreens screens, Optional<SharedTerminal> terminal) {
        this.surroundings = surroundings;
        this.screens = screens;
        this.terminal = terminal;
    }

    /**
     * Consoles for the guests of a host.
     *
     * @param folder where each guest's output goes to a file, if it does
     * @param silent whether nobody sees it otherwise
     */
    static GuestConsoles of(Surroundings surroundings, ResolvedHost host, Optional<Path> folder, boolean silent)
            throws IOException {
        boolean person = surroundings.terminal()
                && folder.isEmpty()
                && !silent
                && host.guests().stream().anyMatch(GuestConsoles::isForPerson);
        return new GuestConsoles(
                surroundings,
                new NamedScreens(surroundings, folder, silent),
                person ? Optional.of(new SharedTerminal(surroundings)) : Optional.empty());
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
            HostOutput output = terminal.map(t -> t.aside(guest.name())).orElseGet(() -> screens.of(guest.name()));
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
        screens.close();
        for (Closeable each : held) {
            each.close();
        }
    }
}
