package dev.vmkit.tools.classroom.similarity;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * JPlag, which compares Java sources: a program under the GPL that its user installs, and that is started as a process of its
 * own (JPlag 6, "Command line"). Nothing of it is part of the kit.
 *
 * @param java the program that runs JARs
 * @param jar of JPlag's release, with all it needs
 */
public record JPlag(Path java, Path jar) {
    private static final int MOST_MINUTES = 30;

    /**
     * Compares the folders in one.
     *
     * @param sources a folder with one for each submission
     * @param result without its ending; JPlag writes {@code result.jplag}, which its viewer shows
     * @param log what it says
     * @throws IOException if it cannot be run, fails, or takes longer than half an hour
     */
    public void compare(Path sources, Path result, Path log) throws IOException {
        List<String> command = List.of(
                java.toString(),
                "-jar",
                jar.toString(),
                "--mode=RUN",
                "--overwrite",
                "-l",
                "java",
                "-r",
                result.toString(),
                sources.toString());
        Files.createDirectories(log.toAbsolutePath().getParent());
        Process process = new ProcessBuilder(command)
                .redirectInput(new File(System.getProperty("os.name").startsWith("Windows") ? "NUL" : "/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(MOST_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("JPlag takes longer than " + MOST_MINUTES + " minutes");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while JPlag ran", interrupted);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IOException("JPlag ended with " + process.exitValue() + "; what it said is in " + log);
        }
    }
}
