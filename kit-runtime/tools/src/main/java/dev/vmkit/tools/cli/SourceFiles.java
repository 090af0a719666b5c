package dev.vmkit.tools.cli;

import dev.vmkit.language.text.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads files the user names, up to a bound. */
final class SourceFiles {
    /** More text than anyone writes by hand. */
    private static final int MOST_BYTES = 16 << 20;

    private SourceFiles() {}

    /** A text file, called as the user called it. */
    static SourceFile read(Surroundings surroundings, String written) throws IOException {
        byte[] content = bytes(surroundings, written, MOST_BYTES);
        return new SourceFile(written, new String(content, StandardCharsets.UTF_8));
    }

    /** A file's bytes, at most so many. A pipe or a device may never end, so it is no file. */
    static byte[] bytes(Surroundings surroundings, String written, int most) throws IOException {
        Path path = surroundings.path(written);
        if (Files.isDirectory(path)) {
            throw new IOException("'" + written + "' is a folder, not a file");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new IOException("'" + written + "' is not a file");
        }
        return bytes(path, most);
    }

    private static byte[] bytes(Path path, int most) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes(most + 1);
            if (bytes.length > most) {
                throw new IOException("'" + path + "' is larger than " + most / (1 << 20) + " MiB");
            }
            return bytes;
        }
    }
}
