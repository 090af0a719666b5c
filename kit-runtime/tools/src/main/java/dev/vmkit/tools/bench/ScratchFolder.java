package dev.vmkit.tools.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder for files that nobody needs afterwards; it goes when it is closed, or when the process is told to end. */
public final class ScratchFolder implements AutoCloseable {
    private final Path path;
    private final Thread hook = new Thread(this::delete);

    private ScratchFolder(Path path) {
        this.path = path;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    public static ScratchFolder make() throws IOException {
        return new ScratchFolder(Files.createTempDirectory("kit-bench"));
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException tooLate) {
            return; // the hook deletes it
        }
        delete();
    }

    /** Follows no links. What cannot be deleted is left to the host, which empties its folder for such files. */
    private void delete() {
        try (Stream<Path> all = Files.walk(path)) {
            List<Path> inner = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : inner) {
                Files.delete(each);
            }
        } catch (IOException e) {
            // A process that is just ending may still write there.
        }
    }
}
