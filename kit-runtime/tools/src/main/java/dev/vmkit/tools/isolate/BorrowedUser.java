package dev.vmkit.tools.isolate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * A user number that nobody else on this machine has while it is borrowed. The superuser runs a submission as such a user:
 * then it can neither look at nor end what belongs to others, its processes can be counted, and all of them can be found.
 */
final class BorrowedUser implements AutoCloseable {
    /** Numbers that Linux systems leave to users who come and go. */
    private static final int FIRST = 61_184;

    private static final int LAST = 65_519;

    private static final int MOST_LOOKS = 100;
    private static final int BETWEEN_LOOKS_MS = 20;

    /**
     * Those of this process. Their files are not opened again: closing a file ends all locks that the process has on it (fcntl(2),
     * POSIX locks), and another process would borrow the same user.
     */
    private static final Set<Integer> HERE = ConcurrentHashMap.newKeySet();

    private final int number;
    private final FileChannel lock;

    private BorrowedUser(int number, FileChannel lock) {
        this.number = number;
        this.lock = lock;
    }

    /** Borrows one. A lock file says so to other processes, and lasts as long as this one. */
    static BorrowedUser borrow() throws IOException {
        Path locks = locks();
        for (int number = FIRST; number <= LAST; number++) {
            if (!HERE.add(number)) {
                continue;
            }
            FileChannel channel = FileChannel.open(
                    locks.resolve("user-" + number), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
            if (channel.tryLock() != null) {
                return new BorrowedUser(number, channel);
            }
            channel.close();
            HERE.remove(number);
        }
        throw new IOException("all users from " + FIRST + " to " + LAST + " are borrowed");
    }

    /** A folder that only the superuser may enter. */
    private static Path locks() throws IOException {
        Path run = Files.isWritable(Path.of("/run")) ? Path.of("/run") : Path.of(System.getProperty("java.io.tmpdir"));
        Path folder = run.resolve("vmkit-users");
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        if (!Integer.valueOf(0).equals(Files.getAttribute(folder, "unix:uid", LinkOption.NOFOLLOW_LINKS))) {
            throw new IOException(folder + " belongs to somebody else");
        }
        return folder;
    }

    /** Lets it, but nobody else, read a file or enter a folder of the superuser. */
    void mayRead(Path path) throws IOException {
        Files.setAttribute(path, "unix:gid", number, LinkOption.NOFOLLOW_LINKS);
        Files.setPosixFilePermissions(
                path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwxr-x---" : "rw-r-----"));
    }

    /** Gives it a folder. */
    void owns(Path folder) throws IOException {
        Files.setAttribute(folder, "unix:uid", number, LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(folder, "unix:gid", number, LinkOption.NOFOLLOW_LINKS);
    }

    /** A command as it, without any right that the superuser has. */
    List<String> runs(Path setpriv, List<String> command) {
        return Programs.before(
                command,
                setpriv.toString(),
                "--reuid=" + number,
                "--regid=" + number,
                "--clear-groups",
                "--no-new-privs",
                "--inh-caps=-all",
                "--bounding-set=-all",
                "--pdeathsig=KILL");
    }

    /** Ends every process that it has, wherever it went. */
    void endAll(Path setpriv, Path shell) {
        // Goes to all of them in one step, so that none can start another meanwhile; the shell that sends it is spared.
        Programs.works(runs(setpriv, List.of(shell.toString(), "-c", "kill -KILL -1 2>/dev/null; exit 0")));
    }

    /** Gives it back, once all of its processes are gone; otherwise it stays borrowed as long as this process lives. */
    @Override
    public void close() {
        try {
            if (isDeserted()) {
                lock.close();
                HERE.remove(number);
            }
        } catch (IOException stillLocked) {
            // Until this process ends.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ended processes are there until somebody has taken note of their end. */
    private boolean isDeserted() throws InterruptedException {
        boolean busy = hasProcesses();
        for (int looks = 0; busy && looks < MOST_LOOKS; looks++) {
            Thread.sleep(BETWEEN_LOOKS_MS);
            busy = hasProcesses();
        }
        return !busy;
    }

    private boolean hasProcesses() {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(process -> process.getFileName().toString().matches("[0-9]+"))
                    .anyMatch(this::isOurs);
        } catch (IOException | UncheckedIOException unknown) {
            return true;
        }
    }

    private boolean isOurs(Path process) {
        try {
            return Integer.valueOf(number).equals(Files.getAttribute(process, "unix:uid"));
        } catch (IOException gone) {
            return false;
        }
    }
}
