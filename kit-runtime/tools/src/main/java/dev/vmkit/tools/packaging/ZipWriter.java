package dev.vmkit.tools.packaging;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a ZIP whose members say whether they are programs, and all of which, folders too, bear the same time. */
final class ZipWriter implements AutoCloseable {
    private static final FileTime TIME = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private final FileSystem zip;

    private ZipWriter(FileSystem zip) {
        this.zip = zip;
    }

    /** Begins a file; one that is there is replaced. */
    static ZipWriter create(Path file) throws IOException {
        Files.deleteIfExists(file);
        Map<String, ?> settings = Map.of("create", "true", "enablePosixFileAttributes", "true");
        return new ZipWriter(FileSystems.newFileSystem(file, settings));
    }

    void text(String name, String content) throws IOException {
        Files.writeString(place(name), content);
        finish(name, false);
    }

    /** A text that can be run. */
    void program(String name, String content) throws IOException {
        Files.writeString(place(name), content);
        finish(name, true);
    }

    void file(String name, Path content) throws IOException {
        Files.copy(content, place(name));
        finish(name, Files.isExecutable(content));
    }

    private Path place(String name) throws IOException {
        Path path = zip.getPath(name);
        folder(path.getParent());
        return path;
    }

    private static void folder(@Nullable Path path) throws IOException {
        if (path != null && Files.notExists(path)) {
            folder(path.getParent());
            Files.createDirectory(path);
            setTime(path);
        }
    }

    /** Of its last access, too, which a ZIP also keeps. */
    private static void setTime(Path path) throws IOException {
        Files.getFileAttributeView(path, BasicFileAttributeView.class).setTimes(TIME, TIME, TIME);
    }

    private void finish(String name, boolean program) throws IOException {
        Path path = zip.getPath(name);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
        setTime(path);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
