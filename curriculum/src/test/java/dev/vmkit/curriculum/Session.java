package dev.vmkit.curriculum;

import dev.vmkit.tools.cli.Kit;
import dev.vmkit.tools.cli.Surroundings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/**
 * Runs the kit with the repository's plugins, on what somebody types.
 *
 * @param folder where the kit is called; relative paths start here
 */
record Session(String typed, Map<String, String> environment, Path folder) {
    static final Path REPOSITORY = repository();

    /** How a command ended, and what it wrote. */
    record End(int exitCode, String out, String err) {}

    static Session typing(String typed) {
        return new Session(typed, Map.of(), REPOSITORY);
    }

    /** The same with environment variables. */
    Session in(Map<String, String> variables) {
        return new Session(typed, variables, folder);
    }

    /** The same in another folder than the repository's. */
    Session at(Path elsewhere) {
        return new Session(typed, environment, elsewhere);
    }

    private static Path repository() {
        Path at = Path.of("").toAbsolutePath();
        while (!at.resolve("kit").toFile().isFile()) {
            at = Objects.requireNonNull(at.getParent(), "no repository around here");
        }
        return at;
    }

    End kit(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                folder,
                false,
                environment,
                REPOSITORY.resolve("plugins"));
        int exitCode = Kit.execute(surroundings, arguments);
        return new End(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
