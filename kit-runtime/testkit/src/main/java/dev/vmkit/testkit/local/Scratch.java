package dev.vmkit.testkit.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder that is there for a while. */
record Scratch(Path folder) implements AutoCloseable {
    private static final String NAME = "vmkit";
    private static final Pattern PLACE = Pattern.compile(
            Pattern.quote(Path.of(System.getProperty("java.io.tmpdir", "/tmp")).toString()) + "/" + NAME + "[0-9]+/");

    static Scratch make() {
        try {
            return new Scratch(Files.createTempDirectory(NAME));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A text with names of files in such folders as they are called there: equal from run to run. */
    static String hidden(String text) {
        return PLACE.matcher(text).replaceAll("");
    }

    /** Removes it with all that is in it; what resists stays. */
    @Override
    public void close() {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(Scratch::remove);
        } catch (IOException gone) {
            // then there is nothing to remove
        }
    }

    private static void remove(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException resists) {
            file.toFile().deleteOnExit();
        }
    }
}
