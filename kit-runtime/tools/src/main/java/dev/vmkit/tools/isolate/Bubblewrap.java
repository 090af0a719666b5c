package dev.vmkit.tools.isolate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The command line of bubblewrap (man 1 bwrap), which makes a file system of what a Java machine needs and nothing else, own
 * processes, and no network.
 */
final class Bubblewrap {
    /** Where a submission lies inside. */
    static final Path SUBMISSION = Path.of("/submission");

    /** Where it may write. */
    static final Path SCRATCH = Path.of("/scratch");

    private final List<String> words = new ArrayList<>();
    private final Set<Path> bound = new HashSet<>();
    private final Set<Path> folders = new HashSet<>();

    private Bubblewrap(Path program) {
        words.add(program.toString());
    }

    /** A command in such a sandbox. As the superuser it is started with all rights, and has to give them away itself. */
    static List<String> around(List<String> command, Programs programs, Room room, KitRuntime kit, Limits limits) {
        Bubblewrap sandbox = new Bubblewrap(programs.bubblewrap().orElseThrow());
        sandbox.namespaces(programs.root());
        sandbox.system(kit);
        kit.files().forEach(sandbox::reads);
        sandbox.say("--ro-bind", room.submission().toString(), SUBMISSION.toString());
        sandbox.say("--size", Long.toString(Math.max(limits.files(), 4096)), "--perms", "1777");
        sandbox.say("--tmpfs", SCRATCH.toString(), "--chdir", SCRATCH.toString());
        // The file systems that all of this hangs in are kept in memory, and would take files without end.
        sandbox.say("--remount-ro", "/dev", "--remount-ro", "/", "--");
        sandbox.words.addAll(command);
        return List.copyOf(sandbox.words);
    }

    private void namespaces(boolean root) {
        say("--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts", "--unshare-cgroup-try");
        say("--die-with-parent", "--new-session", "--clearenv", "--setenv", "LANG", "C.UTF-8");
        if (!root) {
            say("--unshare-user", "--disable-userns");
        }
    }

    private void system(KitRuntime kit) {
        reads(Path.of("/usr"));
        Stream.of("/bin", "/sbin", "/lib", "/lib32", "/lib64").map(Path::of).forEach(this::systemFolder);
        reads(kit.java());
        // Debian keeps a JDK's settings there.
        Stream.of("/etc/ld.so.cache", "/etc/java-" + Runtime.version().feature() + "-openjdk")
                .map(Path::of)
                .filter(Files::exists)
                .forEach(this::reads);
        say("--proc", "/proc", "--dev", "/dev");
    }

    /** A link into /usr on most systems, a folder on others. */
    private void systemFolder(Path folder) {
        try {
            if (Files.isSymbolicLink(folder)) {
                say("--symlink", Files.readSymbolicLink(folder).toString(), folder.toString());
            } else if (Files.isDirectory(folder)) {
                reads(folder);
            }
        } catch (IOException notThere) {
            // Whatever needs it will say so.
        }
    }

    private void reads(Path path) {
        if (bound.stream().noneMatch(path::startsWith)) {
            folderAround(path);
            say("--ro-bind", path.toString(), path.toString());
            bound.add(path);
        }
    }

    /** Folders on the way would be made for their owner alone, who is not who runs inside. */
    private void folderAround(Path path) {
        Path parent = path.getParent();
        if (parent != null && parent.getParent() != null && folders.add(parent)) {
            folderAround(parent);
            say("--perms", "0755", "--dir", parent.toString());
        }
    }

    private void say(String... more) {
        words.addAll(List.of(more));
    }
}
