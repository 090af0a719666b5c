package dev.vmkit.tools.isolate;

import dev.vmkit.testkit.scratch.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folders of one process, and the user it runs as. {@code submission} is filled from outside and only read from inside;
 * {@code scratch} is the process's own.
 */
final class Room implements AutoCloseable {
    private static final String REMOVE = "chmod -R u+rwX \"$1\" 2>/dev/null; exec rm -rf \"$1\"";

    private final ScratchFolder folder;
    private final Path outside;
    private final @Nullable BorrowedUser user;

    private Room(ScratchFolder folder, Path outside, @Nullable BorrowedUser user) {
        this.folder = folder;
        this.outside = outside;
        this.user = user;
    }

    /** An empty one; for a user of its own if this is the superuser. */
    static Room make(boolean root) throws IOException {
        ScratchFolder folder = ScratchFolder.make("cage");
        Path outside = folder.path().toRealPath();
        Room room = new Room(folder, outside, root ? BorrowedUser.borrow() : null);
        Files.createDirectory(room.submission());
        Files.createDirectory(room.scratch());
        if (room.user != null) {
            room.user.mayRead(outside);
            room.user.mayRead(room.submission());
            room.user.owns(room.scratch());
        }
        return room;
    }

    Path submission() {
        return outside.resolve("submission");
    }

    Path scratch() {
        return outside.resolve("scratch");
    }

    /** Whom the process runs as, if not as this one. */
    Optional<BorrowedUser> user() {
        return Optional.ofNullable(user);
    }

    /** Copies a folder's files to where the process finds its submission. They are plain files, as intake leaves them. */
    void fill(Path files) throws IOException {
        try (Stream<Path> all = Files.walk(files)) {
            for (Path from : (Iterable<Path>) all.skip(1)::iterator) {
                Path to = submission().resolve(files.relativize(from));
                Files.copy(from, to);
                if (user != null) {
                    user.mayRead(to);
                }
            }
        }
    }

    /** Removes it with everything that a hostile process may have left there; its processes have to be gone. */
    @Override
    public void close() {
        // A program first, because nothing of this one has to bear what names and depths there are.
        Programs.works(List.of("/bin/sh", "-c", REMOVE, "sh", outside.toString()));
        folder.close();
        if (user != null) {
            user.close();
        }
    }
}
