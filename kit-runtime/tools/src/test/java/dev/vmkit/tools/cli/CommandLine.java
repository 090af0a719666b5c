package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Has the kit execute command lines in a folder of their own, in which an instruction set may be started. */
abstract class CommandLine {
    @TempDir
    Path folder;

    @TempDir
    Path noPlugins;

    Shown kit(String... arguments) {
        return Shown.of(folder, noPlugins, arguments);
    }

    Shown line(String line) {
        return kit(line.split(" "));
    }

    /** Starts an instruction set called {@code tiny}, with one of its files changed. */
    void tiny(String file, String before, String after) throws IOException {
        assertThat(line("new isa tiny").exitCode()).isEqualTo(ExitCode.SUCCESS);
        Path path = folder.resolve("tiny").resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(before);
        Files.writeString(path, text.replace(before, after));
    }

    void tiny() throws IOException {
        tiny("tiny.yaml", "", "");
    }
}
