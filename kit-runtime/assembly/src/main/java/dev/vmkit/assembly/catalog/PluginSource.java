package dev.vmkit.assembly.catalog;

import dev.vmkit.language.text.SourceFile;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Where a plugin's files lie. Paths are relative, with {@code /} between folders, and never lead out of it. */
sealed interface PluginSource permits FolderSource, ArchiveSource {
    /** The most bytes of one file. */
    int MOST_BYTES = 64 << 20;

    /** The folder or archive itself. */
    Path location();

    /** The file's bytes, or nothing if there is no such file. */
    Optional<byte[]> read(String path) throws IOException;

    /** Where classes are loaded from. */
    URL classes() throws IOException;

    /** A file as messages call it. */
    String shown(String path);

    /** The file's text. */
    default Optional<SourceFile> text(String path) throws IOException {
        return read(path).map(bytes -> new SourceFile(shown(path), new String(bytes, StandardCharsets.UTF_8)));
    }

    /** Whether a path stays inside: relative, without {@code ..}, and with no separator but {@code /}. */
    static boolean staysInside(String path) {
        boolean plain = !path.isEmpty() && !path.startsWith("/") && path.indexOf('\\') < 0 && path.indexOf(':') < 0;
        return plain && path.indexOf('\0') < 0 && !("/" + path + "/").contains("/../");
    }
}
