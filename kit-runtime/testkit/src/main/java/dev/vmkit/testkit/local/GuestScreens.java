package dev.vmkit.testkit.local;

import dev.vmkit.assembly.config.DialogueReader;
import dev.vmkit.assembly.host.HostConstruction.Connection;
import dev.vmkit.assembly.host.ResolvedGuest;
import dev.vmkit.assembly.host.ResolvedHost;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.board.Dialogue;
import dev.vmkit.machine.board.ScriptedInput;
import dev.vmkit.testkit.experiment.Consoles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What guests of a host show, and what is typed at their consoles: what the host's file says. */
final class GuestScreens implements Consoles {
    private final Map<String, ConsoleText> screens = new LinkedHashMap<>();
    private final Map<String, Dialogue> dialogues = new LinkedHashMap<>();

    /** Those of a host whose guests are still to be connected. */
    static GuestScreens of(ResolvedHost host) {
        return new GuestScreens();
    }

    @Override
    public Connection connection(ResolvedGuest guest) {
        ConsoleText screen = new ConsoleText();
        screens.put(guest.name(), screen);
        try {
            if (guest.dialogue().isPresent()) {
                Path file = guest.dialogue().get();
                Dialogue dialogue = DialogueReader.read(new SourceFile(file.toString(), Files.readString(file)));
                dialogues.put(guest.name(), dialogue);
                return new Connection(dialogue, dialogue.listening(screen));
            }
            byte[] typed =
                    guest.input().isPresent() ? Files.readAllBytes(guest.input().get()) : new byte[0];
            return new Connection(new ScriptedInput(typed), screen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a guest has shown. */
    String text(String guest) {
        return Objects.requireNonNull(screens.get(guest)).text();
    }

    @Override
    public Map<String, String> missing() {
        Map<String, String> missing = new LinkedHashMap<>();
        dialogues.forEach((name, dialogue) -> dialogue.missing().ifPresent(what -> missing.put(name, what)));
        return missing;
    }

    /** Nothing is held. */
    @Override
    public void close() {}
}
