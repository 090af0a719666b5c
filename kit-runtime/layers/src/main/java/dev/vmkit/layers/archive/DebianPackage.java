package dev.vmkit.layers.archive;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;

/**
 * The files that a Debian package would install: deb(5), an ar archive with a member {@code data.tar}, packed or not. It is
 * unpacked once into a scratch file, because its members are wanted in an order of ours.
 */
public final class DebianPackage implements Closeable {
    /** The largest package of a kernel without its debugging symbols is a tenth of this. */
    private static final long MOST = 2L << 30;

    private static final String PREFIX = "unpacked-deb-";
    private static final String SUFFIX = ".tar";

    private final Path scratch;
    private final TarArchive files;

    private DebianPackage(Path scratch) {
        this.scratch = scratch;
        this.files = new TarArchive(scratch);
    }

    /**
     * Opens a {@code .deb} file; its content lies in the folder {@code scratch} until the package is closed.
     *
     * @param name names the package in messages
     */
    public static DebianPackage open(String name, Path file, Path scratch) throws IOException {
        Path data = Files.createTempFile(scratch, PREFIX, SUFFIX);
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
                ArArchiveInputStream members = new ArArchiveInputStream(bytes)) {
            unpack(members, data, name);
            return new DebianPackage(data);
        } catch (IOException | RuntimeException damaged) {
            Files.deleteIfExists(data);
            throw damaged instanceof MalformedArchive known
                    ? known
                    : new MalformedArchive(name + " is no sound Debian package: " + damaged.getMessage(), damaged);
        }
    }

    /** Deletes what packages left in a folder that were not closed: the process was killed. */
    public static void clear(Path scratch) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(scratch, PREFIX + "*" + SUFFIX)) {
            for (Path file : left) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static void unpack(ArArchiveInputStream members, Path data, String name) throws IOException {
        for (ArArchiveEntry member = members.getNextEntry(); member != null; member = members.getNextEntry()) {
            Compression packed = Compression.of(member.getName());
            if (packed.stem(member.getName()).equals("data.tar")) {
                Files.copy(packed.unpack(members, MOST, name), data, StandardCopyOption.REPLACE_EXISTING);
                return;
            }
        }
        throw new MalformedArchive(name + " is no Debian package: it has no data.tar, data.tar.gz or data.tar.xz");
    }

    public TarArchive files() {
        return files;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(scratch);
    }
}
