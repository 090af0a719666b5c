package dev.vmkit.tools.isolate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The programs of the operating system that hold a process back, where they are. They are looked for where systems keep
 * them and not on the {@code PATH}, which somebody else may have set.
 *
 * @param shell a POSIX shell, whose {@code ulimit} is the one way to limits that every system has
 * @param bubblewrap makes namespaces
 * @param setpriv gives rights away
 * @param root whether this process is the superuser's
 */
record Programs(Optional<Path> shell, Optional<Path> bubblewrap, Optional<Path> setpriv, boolean root) {
    private static final List<String> FOLDERS = List.of("/usr/bin", "/bin", "/usr/sbin", "/usr/local/bin");

    static Programs ofThisMachine() {
        return new Programs(find("sh"), find("bwrap"), find("setpriv"), isRoot());
    }

    Programs withoutBubblewrap() {
        return new Programs(shell, Optional.empty(), setpriv, root);
    }

    Programs withoutSetpriv() {
        return new Programs(shell, bubblewrap, Optional.empty(), root);
    }

    private static Optional<Path> find(String name) {
        return FOLDERS.stream()
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid") instanceof Integer uid && uid == 0;
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException elsewhere) {
            return false;
        }
    }

    /** Whether a command ends well within some seconds. */
    static boolean works(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = process.waitFor(10, TimeUnit.SECONDS);
            process.destroyForcibly();
            return ended && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A command that another one runs. */
    static List<String> before(List<String> command, String... words) {
        return Stream.concat(Stream.of(words), command.stream()).toList();
    }
}
