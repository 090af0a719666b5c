package dev.vmkit.tools.classroom.crew;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.tools.classroom.store.Entry;
import dev.vmkit.tools.classroom.store.Recorded;
import dev.vmkit.tools.classroom.store.VerdictStore;
import java.util.concurrent.CancellationException;

/**
 * Grades submissions, one by one, and keeps each verdict at once. A submission that brings graders down is tried a few times, by
 * whomever, and then left with a verdict that says so: it must not hold up the class for ever.
 *
 * @param name who this is, among all that share the store
 */
public record Worker(String name, VerdictStore store, Grading grading) {
    static final int MOST_ATTEMPTS = 3;
    private static final long NANOS_A_MILLI = 1_000_000;

    /**
     * Sees to it that the submission has a verdict when this returns.
     *
     * @throws MistakeException if the suite is wrong, which no submission has to answer for
     * @throws CancellationException if the thread was interrupted
     */
    public void work(Entry entry) {
        String failure = "its graders were ended in the middle";
        while (store.find(entry).isEmpty()) {
            int attempt = store.begin(entry, name);
            if (attempt > MOST_ATTEMPTS) {
                String why = "%d attempts to grade it failed: %s".formatted(MOST_ATTEMPTS, failure);
                store.record(new Recorded(entry, grading.ungradable(entry, why), 0, name));
                return;
            }
            try {
                grade(entry);
            } catch (MistakeException ofTheSuite) {
                throw ofTheSuite;
            } catch (Exception | Error failed) { // out of memory is one, and must not end a class
                if (failed instanceof InterruptedException
                        || Thread.currentThread().isInterrupted()) {
                    throw new CancellationException();
                }
                failure = String.valueOf(failed);
            }
        }
    }

    private void grade(Entry entry) throws Exception {
        long start = System.nanoTime();
        String verdict = grading.grade(entry);
        store.record(new Recorded(entry, verdict, (System.nanoTime() - start) / NANOS_A_MILLI, name));
    }
}
