package dev.vmkit.layers.simulate;

import dev.vmkit.layers.simulate.Progress.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The jobs that will arrive or wake, by when they do; at one moment, in the workload's order. */
final class Agenda {
    private final PriorityQueue<Progress> coming = new PriorityQueue<>(
            Comparator.comparingLong((Progress job) -> job.wakes).thenComparingInt(job -> job.place));

    /** A job that will come, at the time it says. */
    void add(Progress job) {
        coming.add(job);
    }

    /** Forgets all, and takes up those of these jobs that are yet to come. */
    void restart(List<Progress> jobs) {
        coming.clear();
        jobs.stream()
                .filter(job -> job.stage == Stage.TO_COME || job.stage == Stage.PAUSED)
                .forEach(this::add);
    }

    /** When the next one comes, {@link Long#MAX_VALUE} for never. */
    long next() {
        Progress first = coming.peek();
        return first == null ? Long.MAX_VALUE : first.wakes;
    }

    /** Takes out those that come at that time. */
    List<Progress> due(long now) {
        List<Progress> due = new ArrayList<>();
        while (next() <= now && !coming.isEmpty()) {
            due.add(coming.remove());
        }
        return due;
    }
}
