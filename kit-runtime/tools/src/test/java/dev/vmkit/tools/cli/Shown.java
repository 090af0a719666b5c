package dev.vmkit.tools.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/** What a command printed, results and talk together, and what it ended with. */
record Shown(int exitCode, String text) {

    /** Has the kit execute a command line in a folder, in this process; nothing is typed. */
    static Shown of(Path folder, Path plugins, String... arguments) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream screen = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(new byte[0]), screen, screen, folder, false, Map.of(), plugins);
        int exitCode = Kit.execute(surroundings, arguments);
        return new Shown(exitCode, bytes.toString(StandardCharsets.UTF_8));
    }
}
