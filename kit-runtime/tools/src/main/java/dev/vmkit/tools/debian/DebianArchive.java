package dev.vmkit.tools.debian;

import dev.vmkit.layers.archive.Compression;
import dev.vmkit.tools.download.Downloads;
import dev.vmkit.tools.download.Expected;
import dev.vmkit.tools.download.FetchFailure;
import dev.vmkit.tools.download.Missing;
import dev.vmkit.tools.download.Progress;
import dev.vmkit.tools.download.WrongContent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * Debian's package archive, behind a mirror. Every file that comes from it is held against a digest: a package against that
 * of the package index, the index against that of the release file, the release file against its signature.
 */
public final class DebianArchive {
    private static final int MOST_RELEASE = 8 << 20;
    private static final long MOST_INDEX = 512L << 20;

    private final Mirror mirror;
    private final Downloads downloads;
    private final Progress progress;

    public DebianArchive(Mirror mirror, Downloads downloads, Progress progress) {
        this.mirror = mirror;
        this.downloads = downloads;
        this.progress = progress;
    }

    /**
     * The packages of a release. While a mirror is updated, its release file may be newer than its indices; then another
     * name under which it still keeps the release, complete, is as good.
     *
     * @param codename the release, such as {@code trixie}
     * @param others other names that it may stand under at present, such as {@code stable}
     * @param wanted the names of packages that may be asked for
     */
    public PackageIndex packages(String codename, List<String> others, String architecture, Predicate<String> wanted)
            throws IOException {
        String index = "main/binary-" + architecture + "/Packages.xz";
        Path file = indexFile(codename, others, index);
        progress.step("reading the package index");
        try (InputStream packed = new BufferedInputStream(Files.newInputStream(file));
                InputStream unpacked = Compression.XZ.unpack(packed, MOST_INDEX, "the package index")) {
            return PackageIndex.read(unpacked, wanted);
        }
    }

    private Path indexFile(String codename, List<String> others, String index) throws IOException {
        try {
            return indexFile(release(codename, codename), codename, index);
        } catch (WrongContent | Missing updating) {
            for (String name : others) {
                try {
                    return indexFile(release(name, codename), name, index);
                } catch (FetchFailure alsoNot) {
                    updating.addSuppressed(alsoNot);
                }
            }
            throw new FetchFailure(
                    "the archive is inconsistent: " + updating.getMessage()
                            + "; the mirror is perhaps being updated: try again later, or another one",
                    updating);
        }
    }

    private Path indexFile(Release release, String name, String index) throws IOException {
        Expected expected = release.file(index)
                .orElseThrow(() -> new FetchFailure("the release '" + name + "' has no index " + index));
        String folder = "dists/" + name + "/";
        if (release.byHash()) {
            try {
                String byHash = index.substring(0, index.lastIndexOf('/')) + "/by-hash/SHA256/" + expected.sha256();
                return downloads.fetch("the package index", mirror.file(folder + byHash), expected);
            } catch (Missing notThere) {
                progress.step("the mirror keeps no files by digest");
            }
        }
        return downloads.fetch("the package index", mirror.file(folder + index), expected);
    }

    private Release release(String name, String codename) throws IOException {
        String path = "dists/" + name + "/InRelease";
        ClearSigned signed = ClearSigned.read(downloads.small(mirror.file(path), MOST_RELEASE));
        if (mirror.keyring().isPresent()) {
            Keyring.read(mirror.keyring().get()).verify(signed, path);
        } else {
            progress.step("the release is not held against Debian's keys, for there is no debian-archive-keyring here");
        }
        Release release = Release.read(signed.text());
        if (!release.codename().equals(codename)) {
            throw new FetchFailure("'" + name + "' is the release '" + release.codename() + "'");
        }
        progress.step("Debian " + release.version() + " (" + codename + ") from " + mirror.base());
        return release;
    }

    /** The file of a package. */
    public Path fetch(PackageEntry entry) throws IOException {
        return downloads.fetch(entry.name(), mirror.file(entry.path()), entry.file());
    }
}
