package dev.vmkit.testkit.scratch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The folder in which this process keeps what is there for a while. A lock beside it ends with the process, however that ends: a
 * folder whose lock is free belongs to nobody, and the next process removes it.
 *
 * @param lock keeps the lock; to be held on to, because closing it frees the lock
 */
record ProcessFolder(Path path, Path lockFile, FileChannel lock) {
    private static final String NAME = "vmkit-";
    private static final String LOCK = ".lock";

    private static @Nullable ProcessFolder here;

    /** This process's; made when it is first asked for, and removed when the process ends. */
    static synchronized ProcessFolder here() throws IOException {
        ProcessFolder made = here;
        if (made == null || !Files.isDirectory(made.path)) {
            Path parent = Path.of(System.getProperty("java.io.tmpdir"));
            made = make(parent);
            removeAbandoned(parent, made);
            Runtime.getRuntime().addShutdownHook(new Thread(made::remove));
            here = made;
        }
        return made;
    }

    static synchronized Optional<ProcessFolder> ifMade() {
        return Optional.ofNullable(here);
    }

    private static ProcessFolder make(Path parent) throws IOException {
        while (true) {
            Path lockFile = Files.createTempFile(parent, NAME, LOCK);
            FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.WRITE);
            // Another process may take it for abandoned before it is locked.
            if (lock.tryLock() != null && Files.exists(lockFile)) {
                try {
                    return new ProcessFolder(folder(lockFile), lockFile, lock);
                } catch (FileAlreadyExistsException somebodyElses) {
                    Files.delete(lockFile);
                }
            }
            lock.close();
        }
    }

    private static Path beside(Path lockFile) {
        String name = lockFile.getFileName().toString();
        return lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length()));
    }

    /** Others may pass through it, since submissions run as other users; they see no names in it. */
    private static Path folder(Path lockFile) throws IOException {
        Path folder = Files.createDirectory(beside(lockFile));
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        }
        return folder.toRealPath();
    }

    private static void removeAbandoned(Path parent, ProcessFolder own) throws IOException {
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(parent, NAME + "*" + LOCK)) {
            for (Path lockFile : locks) {
                // Opening and closing the own one would free its lock (fcntl(2)).
                if (!lockFile.equals(own.lockFile) && isOfOwner(lockFile, own)) {
                    removeIfAbandoned(lockFile, own);
                }
            }
        }
    }

    private static void removeIfAbandoned(Path lockFile, ProcessFolder own) {
        try (FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            Path folder = beside(lockFile);
            if (lock.tryLock() != null && (!isOfOwner(folder, own) || Deletion.of(folder))) {
                Files.deleteIfExists(lockFile);
            }
        } catch (IOException resists) {
            // Then it stays where it is.
        }
    }

    /** Whether it is there and belongs to whom the own one belongs to: what others left is not ours to remove. */
    private static boolean isOfOwner(Path path, ProcessFolder own) {
        try {
            return Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(own.lockFile));
        } catch (IOException gone) {
            return false;
        }
    }

    private void remove() {
        if (Deletion.of(path)) {
            Deletion.of(lockFile);
        }
    }
}
