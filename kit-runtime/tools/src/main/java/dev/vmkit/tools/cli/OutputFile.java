package dev.vmkit.tools.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that a command writes in the end.
 *
 * @param written as the user wrote it
 */
record OutputFile(Path path, String written) {
    OutputFile(Surroundings surroundings, String written) {
        this(surroundings.path(written), written);
    }

    /**
     * The file for one of several things that a command writes: the only one goes to the file that the user wrote, of several each
     * to one with its name.
     */
    static String named(String written, String name, int several) {
        int point = written.lastIndexOf('.');
        return several == 1 || point < 0
                ? written
                : written.substring(0, point) + "-" + name.replace(' ', '-') + written.substring(point);
    }

    /** Whether its name ends in a point and this ending, in any case of letters, or has no ending. */
    boolean mayEndIn(String ending) {
        return written.matches("(?i).*\\." + ending + "|(.*/)?[^./]*");
    }

    /** Finds out, before the work is done, whether it can be written. */
    void require() throws IOException {
        Path folder = path.toAbsolutePath().getParent();
        if (Files.isDirectory(path)) {
            throw new IOException("'" + written + "' is a folder; nothing can be written to it");
        } else if (folder == null || !Files.isDirectory(folder)) {
            throw new IOException("'" + written + "' cannot be written: there is no folder for it");
        } else if (!Files.isWritable(Files.exists(path) ? path : folder)) {
            throw new IOException("'" + written + "' may not be written");
        }
    }

    /** Whether it is the same file as another, by whatever name. */
    boolean is(Path other) throws IOException {
        return Files.exists(path) && Files.exists(other) && Files.isSameFile(path, other);
    }

    void write(String text) throws IOException {
        Files.writeString(path, text);
    }
}
