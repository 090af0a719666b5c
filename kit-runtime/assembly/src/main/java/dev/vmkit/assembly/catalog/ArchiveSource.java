package dev.vmkit.assembly.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A plugin in a ZIP or JAR, which is read in place and never unpacked.
 *
 * @param prefix the folder inside that holds plugin.yaml, with a {@code /} at its end; empty at the top
 */
record ArchiveSource(Path location, String prefix) implements PluginSource {

    @Override
    public Optional<byte[]> read(String path) throws IOException {
        if (!PluginSource.staysInside(path)) {
            return Optional.empty();
        }
        try (ZipFile zip = new ZipFile(location.toFile())) {
            ZipEntry entry = zip.getEntry(prefix + path);
            return entry == null || entry.isDirectory() ? Optional.empty() : Optional.of(bytes(zip, entry));
        }
    }

    private static byte[] bytes(ZipFile zip, ZipEntry entry) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IOException(entry.getName() + " has more than " + MOST_BYTES + " bytes");
            }
            return bytes;
        }
    }

    @Override
    public URL classes() throws IOException {
        URI file = location.toUri();
        return prefix.isEmpty()
                ? file.toURL()
                : URI.create("jar:" + file + "!/" + prefix).toURL();
    }

    @Override
    public String shown(String path) {
        return location + "!/" + prefix + path;
    }
}
