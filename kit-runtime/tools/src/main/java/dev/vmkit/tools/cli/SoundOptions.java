package dev.vmkit.tools.cli;

import dev.vmkit.machine.board.Machine;
import dev.vmkit.tools.sound.Recording;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** By which options a run leaves what its devices play. */
final class SoundOptions {
    @Option(
            names = "--sound",
            paramLabel = "FILE",
            description =
                    "Write what is heard as a WAV file, at most an hour of the machine's time; of several devices, each"
                            + " to a file with its name.")
    private Optional<String> file = Optional.empty();

    boolean wanted() {
        return file.isPresent();
    }

    /** Writes what a machine's devices play until it is closed. */
    Closeable begin(KitCommand command, Machine machine) throws IOException {
        if (file.isEmpty()) {
            return () -> {};
        }
        if (!new OutputFile(command.kit().surroundings(), file.get()).mayEndIn("wav")) {
            throw command.wrongUsage("a recording is a WAV file, so its name ends in .wav or has no ending, not as '"
                    + file.get() + "'");
        }
        if (machine.speakers().isEmpty()) {
            throw command.wrongUsage("no device of this machine is heard");
        }
        Recordings recordings = new Recordings(command.screen(), new ArrayList<>());
        for (String heard : machine.speakers().keySet()) {
            String name = OutputFile.named(file.get(), heard, machine.speakers().size());
            OutputFile output = new OutputFile(command.kit().surroundings(), name);
            output.require();
            recordings.add(Recording.of(machine.speakers().get(heard), output.path(), machine.clock()::now));
        }
        return recordings;
    }

    private record Recordings(Screen screen, List<Recording> all) implements Closeable {
        void add(Recording recording) {
            all.add(recording);
        }

        @Override
        public void close() throws IOException {
            if (all.stream().anyMatch(Recording::isCut)) {
                screen.say("kit: the sound file ends after " + Recording.LONGEST_SECONDS + " seconds");
            }
            for (Recording recording : all) {
                recording.close();
            }
        }
    }
}
