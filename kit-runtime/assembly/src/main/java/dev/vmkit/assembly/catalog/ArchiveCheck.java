package dev.vmkit.assembly.catalog;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Looks through an archive's directory, before anything in it is unpacked, for what could do harm. */
final class ArchiveCheck {
    private static final int MOST_ENTRIES = 20_000;
    private static final long MOST_TOTAL = 256L << 20;
    private static final long SMALL = 1 << 20;
    private static final int MOST_RATIO = 200;

    private long total;

    private ArchiveCheck() {}

    /**
     * Where the plugin lies in the archive: at its top, or in its only folder with a plugin.yaml.
     *
     * @throws IOException if it is damaged, holds no plugin, or could do harm; the message says which
     */
    static ArchiveSource open(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new IOException("it has " + zip.size() + " entries, at most " + MOST_ENTRIES + " are read");
            }
            ArchiveCheck check = new ArchiveCheck();
            List<String> plugins = new ArrayList<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                check.entry(entry);
                if (entry.getName().matches("([^/]+/)?" + PluginSearch.DECLARATION)) {
                    plugins.add(entry.getName());
                }
            }
            return new ArchiveSource(file, prefix(plugins));
        }
    }

    private static String prefix(List<String> plugins) throws IOException {
        if (plugins.contains(PluginSearch.DECLARATION)) {
            return "";
        }
        if (plugins.size() != 1) {
            throw new IOException("there is no plugin.yaml at its top");
        }
        String only = plugins.getFirst();
        return only.substring(0, only.length() - PluginSearch.DECLARATION.length());
    }

    private void entry(ZipEntry entry) throws IOException {
        String name = entry.isDirectory() ? entry.getName() + "." : entry.getName();
        if (!PluginSource.staysInside(name)) {
            throw new IOException("the entry '" + entry.getName() + "' leads out of it");
        }
        long size = Math.max(0, entry.getSize());
        total += size;
        if (total > MOST_TOTAL) {
            throw new IOException("it unpacks to more than 256 MiB");
        }
        if (size > SMALL && size / MOST_RATIO > Math.max(1, entry.getCompressedSize())) {
            throw new IOException(
                    "the entry '" + entry.getName() + "' unpacks to more than " + MOST_RATIO + " times its size");
        }
    }
}
