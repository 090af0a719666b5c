package dev.vmkit.tools.isolate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Reads what a process prints, keeps the beginning of it, and says when it is too much. */
final class ErrorOutput {
    private static final int KEPT = 16 << 10;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    private final Thread reading;

    ErrorOutput(InputStream printed, long most, Runnable tooMuch) {
        this.reading = Thread.ofVirtual().start(() -> read(printed, most, tooMuch));
    }

    private void read(InputStream printed, long most, Runnable tooMuch) {
        byte[] piece = new byte[8192];
        long count = 0;
        try {
            for (int length = printed.read(piece); length >= 0; length = printed.read(piece)) {
                keep(piece, length);
                count += length;
                if (count > most) {
                    tooMuch.run();
                    return;
                }
            }
        } catch (IOException ended) {
            // With its process.
        }
    }

    private synchronized void keep(byte[] piece, int length) {
        kept.write(piece, 0, Math.min(length, KEPT - kept.size()));
    }

    /** Waits until all is read, if its process has ended; not for long, as another may have taken the stream over. */
    void await() {
        try {
            reading.join(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What was printed so far, or the beginning of it. */
    synchronized String text() {
        return kept.toString(StandardCharsets.UTF_8);
    }
}
