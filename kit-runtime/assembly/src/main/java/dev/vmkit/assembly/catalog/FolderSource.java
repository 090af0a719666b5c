package dev.vmkit.assembly.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A plugin in a folder. Its classes lie in {@code classes/}, or beside {@code plugin.yaml}. */
record FolderSource(Path location) implements PluginSource {

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        if (!PluginSource.staysInside(path)) {
            return Optional.empty();
        }
        Path file = location.resolve(path);
        if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(location.toRealPath())) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            return bytes.length > MOST_BYTES ? Optional.empty() : Optional.of(bytes);
        }
    }

    @Override
    public URL classes() throws IOException {
        Path compiled = location.resolve("classes"); // where the kit compiles the sources of a plugin's own folder to
        return (Files.isDirectory(compiled) ? compiled : location).toUri().toURL();
    }

    @Override
    public String shown(String path) {
        return location.resolve(path).toString();
    }
}
