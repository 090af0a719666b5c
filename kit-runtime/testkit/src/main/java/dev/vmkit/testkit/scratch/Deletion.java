package dev.vmkit.testkit.scratch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;

/** Deletes a folder with all that is in it. Follows no links, and is not stopped by a part that resists. */
final class Deletion extends SimpleFileVisitor<Path> {
    private Deletion() {}

    /** Whether all is gone. */
    static boolean of(Path folder) {
        try {
            Files.walkFileTree(folder, new Deletion());
        } catch (IOException resists) {
            return false;
        }
        return Files.notExists(folder);
    }

    /** Whoever left it may have locked it. */
    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (!Files.isWritable(folder)) {
            folder.toFile().setWritable(true);
            folder.toFile().setReadable(true);
            folder.toFile().setExecutable(true);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        return delete(file);
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failed) {
        return delete(file);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failed) {
        return delete(folder);
    }

    private static FileVisitResult delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException resists) {
            // So do the folders around it, and it is found there.
        }
        return FileVisitResult.CONTINUE;
    }
}
