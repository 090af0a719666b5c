package dev.vmkit.tools.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * A process that was started, watched and waited for.
 *
 * @param seconds from start to end
 * @param shown seconds to what was watched for, if it came
 * @param peak the most memory it had, in bytes, if the host tells
 */
record WholeProcess(
        int exitCode, String output, String errors, double seconds, OptionalDouble shown, OptionalLong peak) {
    private static final int POLLED_EVERY_MS = 10;
    private static final long LONGEST_SECONDS = 3600;

    /** Runs a command; its errors go through a file in the folder. It ends with this process, if that ends before. */
    static WholeProcess run(List<String> command, Path folder, Optional<Board.Scene> scene) throws IOException {
        Path errors = folder.resolve("errors.txt");
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
        Thread hook = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            Listener listener = new Listener(process, scene, start);
            Thread listening = Thread.ofVirtual().start(listener);
            PeakMemory memory = new PeakMemory(process.pid(), scene.map(Board.Scene::ram));
            while (!process.waitFor(POLLED_EVERY_MS, TimeUnit.MILLISECONDS)) {
                memory.look();
                if (seconds(start) > LONGEST_SECONDS) {
                    throw new BenchmarkFailure("a run took more than an hour: " + String.join(" ", command));
                }
            }
            double seconds = seconds(start);
            listening.join();
            return new WholeProcess(
                    process.exitValue(),
                    listener.output(),
                    Files.readString(errors),
                    seconds,
                    listener.shown(),
                    memory.peak());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted");
        } finally {
            process.destroyForcibly();
            forget(hook);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException tooLate) {
            // This process ends already.
        }
    }

    /** The last line that it printed: a reason, if it failed. */
    String lastWords() {
        return (output + errors).strip().lines().reduce("", (_, line) -> line);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
