package dev.vmkit.tools.classroom.crew;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.FailedToScheduleBatchException;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.tools.classroom.store.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Workers of several processes, on as many hosts as you like, that share db-scheduler's queue in the store's database. Each
 * process puts into the queue what is not there, takes what nobody else has, and waits until all is graded, by whomever. One that
 * is ended leaves what it had to the others as soon as they miss its heartbeats.
 */
public final class SharedCrew implements Crew {
    private static final int MISSED_HEARTBEATS = 6;
    private static final long LOOK_MILLIS = 500;

    private final Worker worker;
    private final int threads;
    private final Duration heartbeat;
    private final Map<String, Entry> known = new TreeMap<>();
    private volatile @Nullable MistakeException ofTheSuite;
    private final OneTimeTask<Void> task =
            Tasks.oneTime("grade").onFailure(this::later).execute((instance, _) -> work(instance.getId()));

    /**
     * Workers whose store is shared.
     *
     * @param threads how many submissions this process grades at a time, 1 or more
     * @param heartbeat how often a worker says that it lives; after six times that in silence it is taken for dead
     */
    public SharedCrew(Worker worker, int threads, Duration heartbeat) {
        this.worker = worker;
        this.threads = threads;
        this.heartbeat = heartbeat;
    }

    @Override
    public void grade(Collection<Entry> entries, IntConsumer left) throws InterruptedException {
        entries.forEach(entry -> known.put(id(entry), entry));
        String table = QueueTable.create(worker.store());
        Scheduler scheduler = Scheduler.create(worker.store().database().source(), task)
                .tableName(table)
                .schedulerName(new SchedulerName.Fixed(worker.name()))
                .threads(threads)
                .pollUsingLockAndFetch(0.5, 1)
                .pollingInterval(Duration.ofMillis(LOOK_MILLIS))
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .build();
        enqueue(scheduler);
        scheduler.start();
        try {
            await(entries, left);
        } finally {
            scheduler.stop();
        }
    }

    private static String id(Entry entry) {
        return entry.digest() + " " + entry.name();
    }

    private void enqueue(Scheduler scheduler) {
        Instant now = Instant.now();
        List<TaskInstance<?>> all = new ArrayList<>();
        known.keySet().forEach(id -> all.add(task.instance(id)));
        try {
            scheduler.scheduleBatch(all, now);
        } catch (FailedToScheduleBatchException othersWereHere) {
            all.forEach(instance -> scheduler.scheduleIfNotExists(instance, now));
        }
    }

    /** One that only others know, since their folder holds more, is left to them: see {@link #later}. */
    private void work(String id) {
        Entry entry = known.get(id);
        if (entry == null) {
            throw new IllegalStateException("not in this worker's folder: " + id);
        }
        try {
            worker.work(entry);
        } catch (MistakeException mistaken) {
            ofTheSuite = mistaken;
            throw mistaken;
        }
    }

    private void later(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        operations.reschedule(complete, Instant.now().plusSeconds(1));
    }

    private void await(Collection<Entry> entries, IntConsumer left) throws InterruptedException {
        Set<Entry> missing = new HashSet<>(entries);
        while (true) {
            worker.store().graded().forEach(missing::remove);
            left.accept(missing.size());
            if (ofTheSuite != null) {
                throw ofTheSuite;
            }
            if (missing.isEmpty()) {
                return;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }
}
