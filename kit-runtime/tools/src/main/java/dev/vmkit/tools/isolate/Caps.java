package dev.vmkit.tools.isolate;

import java.nio.file.Path;
import java.util.List;

/** Limits that the operating system keeps for each process (man 2 getrlimit), set by the shell that becomes it. */
final class Caps {
    private static final int KIB = 1 << 10;
    private static final int BLOCK = 512;

    private Caps() {}

    /**
     * A command under limits. None of them can be raised again, because the hard ones are set.
     *
     * @param countsTasks whether the user is its own, so that its threads and processes are all that is counted
     */
    static List<String> around(List<String> command, Path shell, Limits limits, boolean countsTasks) {
        long seconds = Math.max(1, limits.cpu().toSeconds());
        String tasks =
                countsTasks ? " && { ulimit -p %1$d 2>/dev/null || ulimit -u %1$d; }".formatted(limits.tasks()) : "";
        // The soft limit of time is met first, and its signal tells what happened.
        String script = "ulimit -c 0 && ulimit -n 256 && ulimit -f %d && ulimit -d %d && ulimit -St %d && ulimit -Ht %d"
                        .formatted(limits.files() / BLOCK, limits.memory() / KIB, seconds, seconds + 2)
                + tasks
                + " && exec \"$@\"";
        return Programs.before(command, shell.toString(), "-c", script, "sh");
    }
}
