package dev.vmkit.tools.classroom.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The right to use a file alone, by a lock on one beside it that ends with the process, however that ends. */
record Sole(FileChannel channel) implements AutoCloseable {

    /**
     * Takes the right.
     *
     * @throws StoreFailure if another process has it, or nothing can be written there
     */
    static Sole user(Path file) {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        try {
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel).isEmpty()) {
                channel.close();
                throw new StoreFailure("another kit writes to " + file + "; in PostgreSQL, several may");
            }
            return new Sole(channel);
        } catch (IOException unusable) {
            throw new StoreFailure("nothing can be written beside " + file + ": " + unusable.getMessage());
        }
    }

    private static Optional<FileLock> locked(FileChannel channel) throws IOException {
        try {
            return Optional.ofNullable(channel.tryLock());
        } catch (OverlappingFileLockException ownLock) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException closed) {
            // the lock is gone all the same
        }
    }
}
