package dev.vmkit.tools.classroom.crew;

import dev.vmkit.tools.classroom.store.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Workers that nobody else has a part with: threads of this process.
 *
 * @param threads how many submissions are graded at a time, 1 or more
 */
public record LocalCrew(Worker worker, int threads) implements Crew {
    @Override
    public void grade(Collection<Entry> entries, IntConsumer left) throws InterruptedException {
        AtomicInteger count = new AtomicInteger(entries.size());
        left.accept(count.get());
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> all = new ArrayList<>();
            for (Entry entry : entries) {
                all.add(pool.submit(() -> {
                    worker.work(entry);
                    left.accept(count.decrementAndGet());
                }));
            }
            await(all, pool);
        }
    }

    /** If the store fails, it fails for all: nothing more is begun. */
    private static void await(List<Future<?>> all, ExecutorService pool) throws InterruptedException {
        try {
            for (Future<?> one : all) {
                one.get();
            }
        } catch (ExecutionException failed) {
            pool.shutdownNow();
            throw failed.getCause() instanceof RuntimeException cause ? cause : new CompletionException(failed);
        }
    }
}
