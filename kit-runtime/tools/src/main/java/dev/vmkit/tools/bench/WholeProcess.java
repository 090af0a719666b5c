package dev.vmkit.tools.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * A process that is started, watched and waited for.
 *
 * @param seconds from start to end
 * @param shown seconds to what was watched for, if it came
 */
record WholeProcess(
        int exitCode, String output, String errors, double seconds, OptionalDouble shown, OptionalLong peak) {
    private static final int POLLED_EVERY_MS = 10;
    private static final long LONGEST_SECONDS = 3600;

    /** Runs a command; its errors go through a file in the folder. */
    static WholeProcess run(List<String> command, Path folder, Optional<Board.Scene> scene) throws IOException {
        Path errors = folder.resolve("errors.txt");
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(command).redirectError(errors.toFile()).start();
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
                    listener.output.toString(),
                    Files.readString(errors),
                    seconds,
                    listener.shown,
                    memory.peak());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchmarkFailure("interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    /** The last line that it printed: a reason, if it failed. */
    String lastWords() {
        return (output + errors).strip().lines().reduce("", (_, line) -> line);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Takes what a process prints, and answers when it shows what is watched for. */
    private static final class Listener implements Runnable {
        private final Process process;
        private final Optional<Board.Scene> scene;
        private final long start;
        private final StringBuilder output = new StringBuilder();
        private OptionalDouble shown = OptionalDouble.empty();

        Listener(Process process, Optional<Board.Scene> scene, long start) {
            this.process = process;
            this.scene = scene;
            this.start = start;
        }

        @Override
        public void run() {
            byte[] buffer = new byte[1 << 13];
            try (InputStream in = process.getInputStream()) {
                for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                    output.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                    if (shown.isEmpty()
                            && scene.isPresent()
                            && output.indexOf(scene.get().text()) >= 0) {
                        shown = OptionalDouble.of(seconds(start));
                        answer(scene.get().answer());
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void answer(String text) throws IOException {
            OutputStream keys = process.getOutputStream();
            keys.write(text.getBytes(StandardCharsets.UTF_8));
            keys.flush();
        }
    }
}
