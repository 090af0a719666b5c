package dev.vmkit.tools.isolate;

import dev.vmkit.testkit.scratch.ScratchFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;

/** A copy of the kit that every user may read, for a kit that lies where only its owner may look. */
final class SharedCopy {
    private final Path folder;
    private int count;

    private SharedCopy() throws IOException {
        this.folder = ScratchFolder.make("kit").path().toRealPath();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** The kit itself if everybody can read it, else a copy, which is removed with this process. */
    static KitRuntime of(KitRuntime kit) throws IOException {
        if (kit.files().allMatch(SharedCopy::isShared)) {
            return kit;
        }
        SharedCopy copies = new SharedCopy();
        // The cache belongs to the files where they were.
        return new KitRuntime(
                kit.java(),
                kit.classPath().stream().map(copies::copy).toList(),
                Files.exists(kit.plugins()) ? copies.copy(kit.plugins()) : kit.plugins(),
                Optional.empty());
    }

    private static boolean isShared(Path path) {
        try {
            if (!Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ)) {
                return false;
            }
            for (Path above = path.toRealPath().getParent(); above != null; above = above.getParent()) {
                if (!Files.getPosixFilePermissions(above).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                    return false;
                }
            }
            return true;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private Path copy(Path original) {
        Path copy = folder.resolve(count++ + "-" + original.getFileName());
        try (Stream<Path> all = Files.walk(original)) {
            for (Path from : (Iterable<Path>) all::iterator) {
                Path to = copy.resolve(original.relativize(from).toString());
                Files.copy(from, to);
                boolean enters = Files.isDirectory(to);
                Files.setPosixFilePermissions(to, PosixFilePermissions.fromString(enters ? "rwxr-xr-x" : "rw-r--r--"));
            }
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
