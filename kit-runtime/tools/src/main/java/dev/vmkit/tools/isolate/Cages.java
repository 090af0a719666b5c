package dev.vmkit.tools.isolate;

import dev.vmkit.testkit.subject.Subject;
import dev.vmkit.testkit.wire.RemoteSubject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Processes that wait for submissions: each serves one of them, once. Some are started before they are needed, because a
 * Java machine takes a moment to be ready. Used by any number of threads.
 */
public final class Cages implements AutoCloseable {
    /** Starts all processes, and lives as long: they end with the thread that started them. */
    private final ExecutorService keeper = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("cage keeper").factory());

    private final Queue<Future<Cage>> waiting = new ArrayDeque<>();
    private final Isolation isolation;
    private final Limits limits;

    /**
     * Cages for submissions that may use that much.
     *
     * @param ahead how many processes are kept ready; 0 to start each when it is needed
     */
    public Cages(Isolation isolation, Limits limits, int ahead) {
        this.isolation = isolation;
        this.limits = limits;
        for (int i = 0; i < ahead; i++) {
            waiting.add(start());
        }
    }

    public Isolation isolation() {
        return isolation;
    }

    /**
     * Where subjects of one submission come from, each in a process of its own. The first question belongs to be
     * {@link dev.vmkit.testkit.subject.Question.Open}. Opening one throws {@link UncheckedIOException} if this machine, not
     * the submission, is at fault.
     *
     * @param files a folder of plain files, such as intake makes; it is copied for each process
     */
    public Subject.Source of(Path files) {
        Allowance total = new Allowance(limits.total());
        return () -> {
            try {
                return new RemoteSubject(take().fill(files, total));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    private synchronized Future<Cage> start() {
        return keeper.submit(() -> Cage.start(isolation, limits));
    }

    private Cage take() throws IOException {
        try {
            return next().get().ready();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException notStarted ? notStarted : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    private synchronized Future<Cage> next() {
        waiting.add(start());
        return waiting.remove();
    }

    /** Ends the processes that nobody took. */
    @Override
    public void close() {
        waiting.forEach(Cages::end);
        keeper.shutdown();
    }

    private static void end(Future<Cage> unused) {
        try {
            unused.get().close();
        } catch (ExecutionException neverStarted) {
            // Then there is nothing to end.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
