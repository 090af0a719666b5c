package dev.vmkit.tools.isolate;

import dev.vmkit.testkit.subject.Answer.Loss;
import dev.vmkit.testkit.subject.Answer.Lost;
import dev.vmkit.testkit.wire.MalformedFrame;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Finds out what a process died of. It may have lied about that: it is its own verdict that it changes. */
final class Epitaph {
    private static final int OUT_OF_MEMORY = 3;
    private static final int ABORTED = 128 + 6;
    private static final int KILLED = 128 + 9;
    private static final int VIOLATION = 128 + 11;
    private static final int TOO_MUCH_CPU = 128 + 24;

    private Epitaph() {}

    /** Why the conversation broke: what came was wrong, or nothing came. */
    static Lost of(IOException broken, Process process, ErrorOutput printed) {
        if (broken instanceof MalformedFrame) {
            return new Lost(Loss.PROTOCOL, broken.getMessage() == null ? "" : broken.getMessage());
        }
        if (!hasEnded(process)) {
            return new Lost(Loss.PROTOCOL, "it closed the line");
        }
        printed.await();
        return ended(process.exitValue(), printed.text());
    }

    private static boolean hasEnded(Process process) {
        try {
            return process.waitFor(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Lost ended(int code, String printed) {
        boolean outOfMemory = code == OUT_OF_MEMORY && printed.contains("java.lang.OutOfMemoryError");
        return switch (code) {
            case TOO_MUCH_CPU -> new Lost(Loss.CPU, "it used more of the processor than it may");
            case ABORTED, VIOLATION -> new Lost(Loss.CRASHED, "its Java machine crashed");
            case KILLED -> new Lost(Loss.CRASHED, "it was killed");
            default ->
                outOfMemory
                        ? new Lost(Loss.MEMORY, "it used more memory than it may")
                        : new Lost(Loss.CRASHED, "it ended its process with exit code " + code);
        };
    }

    /** A time in words. */
    static String words(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
