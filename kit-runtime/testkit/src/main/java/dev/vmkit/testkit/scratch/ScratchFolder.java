package dev.vmkit.testkit.scratch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A folder that is gone when it is closed, with all that is in it; what resists is tried again when its process ends, and by the
 * next one.
 */
public record ScratchFolder(Path path) implements AutoCloseable {

    /**
     * A new one, which nobody else may look into.
     *
     * @param name what its own name begins with
     */
    public static ScratchFolder make(String name) throws IOException {
        return new ScratchFolder(Files.createTempDirectory(ProcessFolder.here().path(), name));
    }

    /** A text with the names of files in such folders of this process as they are called there: equal from run to run. */
    public static String hidden(String text) {
        return ProcessFolder.ifMade()
                .map(folder -> Pattern.compile(Pattern.quote(folder.path().toString()) + "/[^/]+/")
                        .matcher(text)
                        .replaceAll(""))
                .orElse(text);
    }

    @Override
    public void close() {
        Deletion.of(path);
    }
}
