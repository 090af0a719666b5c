package dev.vmkit.tools.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a command was called from. A test makes its own and sees what a person would see.
 *
 * @param folder relative paths start here
 * @param terminal whether a person looks on: standard input and output are a terminal
 * @param plugins folders of plugins that came with the kit
 */
public record Surroundings(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Path folder,
        boolean terminal,
        Map<String, String> environment,
        Path plugins) {

    /** Those of this process. */
    static Surroundings ofProcess() {
        boolean terminal = System.console() != null && System.console().isTerminal();
        return new Surroundings(
                System.in,
                new PrintStream(System.out, false, StandardCharsets.UTF_8),
                new PrintStream(System.err, false, StandardCharsets.UTF_8),
                Path.of("").toAbsolutePath(),
                terminal,
                System.getenv(),
                Path.of(System.getProperty("vmkit.plugins", "plugins")).toAbsolutePath());
    }

    /** A path as the user wrote it. */
    Path path(String written) {
        return folder.resolve(written).normalize();
    }
}
