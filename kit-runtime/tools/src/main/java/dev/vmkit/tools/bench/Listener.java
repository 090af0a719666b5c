package dev.vmkit.tools.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;

/** Takes what a process prints until it ends, and answers once when it shows what is watched for. */
final class Listener implements Runnable {
    private static final int MOST_KEPT = 16 << 20;

    private final Process process;
    private final Optional<Board.Scene> scene;
    private final long start;
    private final StringBuilder output = new StringBuilder();
    private OptionalDouble shown = OptionalDouble.empty();

    /** @param start when the process was started, in the time of {@link System#nanoTime} */
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
                if (output.length() < MOST_KEPT) {
                    output.append(new String(buffer, 0, n, StandardCharsets.ISO_8859_1));
                    look();
                }
            }
        } catch (IOException e) {
            // It has ended.
        }
    }

    private void look() {
        if (shown.isEmpty() && scene.filter(s -> output.indexOf(s.text()) >= 0).isPresent()) {
            shown = OptionalDouble.of((System.nanoTime() - start) / 1e9);
            answer(scene.get().answer());
        }
    }

    private void answer(String text) {
        try {
            OutputStream keys = process.getOutputStream();
            keys.write(text.getBytes(StandardCharsets.UTF_8));
            keys.flush();
        } catch (IOException e) {
            // It does not listen any more: the end of its output is near.
        }
    }

    /** All that was printed; once it has ended. */
    String output() {
        return output.toString();
    }

    /** After how many seconds it was shown; once it has ended. */
    OptionalDouble shown() {
        return shown;
    }
}
