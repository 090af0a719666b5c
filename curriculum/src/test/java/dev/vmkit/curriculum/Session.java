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

/** Runs the kit in the repository's folder, with its plugins, on what somebody types. */
record Session(String typed, Map<String, String> environment) {
    static final Path REPOSITORY = repository();

    /** How a command ended, and what it wrote. */
    record End(int exitCode, String out, String err) {}

    static Session typing(String typed) {
        return new Session(typed, Map.of());
    }

    /** The same with environment variables. */
    Session in(Map<String, String> variables) {
        return new Session(typed, variables);
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
                REPOSITORY,
                false,
                environment,
                REPOSITORY.resolve("plugins"));
        int exitCode = Kit.execute(surroundings, arguments);
        return new End(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
