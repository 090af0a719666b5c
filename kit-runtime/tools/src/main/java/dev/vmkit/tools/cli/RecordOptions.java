package dev.vmkit.tools.cli;

import dev.vmkit.machine.board.InputLog;
import dev.vmkit.machine.board.Machine;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** By which options a run is written down and repeated. */
final class RecordOptions {
    @Option(
            names = "--record",
            paramLabel = "FILE",
            description = "Write down what comes in from outside, keys and frames, and when.")
    private Optional<String> record = Optional.empty();

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description =
                    "Repeat the run that --record has written down; nothing comes in from outside. A dialogue is given"
                            + " again.")
    private Optional<String> replay = Optional.empty();

    boolean records() {
        return record.isPresent();
    }

    boolean replays() {
        return replay.isPresent();
    }

    /** The run to repeat, if one is. */
    Optional<InputLog> log(Surroundings surroundings) throws IOException {
        if (replay.isEmpty()) {
            return Optional.empty();
        }
        Path file = surroundings.path(replay.get());
        try {
            return Optional.of(InputLog.parse(Files.readString(file)));
        } catch (IllegalArgumentException none) {
            throw new IOException("'" + replay.get() + "' was not written by --record: " + none.getMessage(), none);
        }
    }

    /** Writes down what comes in to a machine until it is closed. */
    Closeable begin(Machine machine, Surroundings surroundings) throws IOException {
        if (record.isEmpty()) {
            return () -> {};
        }
        BufferedWriter writer = Files.newBufferedWriter(surroundings.path(record.get()));
        machine.record(entry -> write(writer, entry));
        return writer;
    }

    /** Line by line, so that nothing is lost of a run that is cut off. */
    private static void write(BufferedWriter writer, InputLog.Entry entry) {
        try {
            writer.write(entry.toText() + "\n");
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
