package dev.vmkit.machine.translate;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Where regions are made: here, at once. */
class Workshop {
    /**
     * A region that is done.
     *
     * @param ordered the entries of its plan
     * @param entries those that it has, none if it could not be made
     */
    record Made(List<Long> ordered, List<Entry> entries) {}

    private final Queue<Made> done = new ConcurrentLinkedQueue<>();
    private final AtomicLong nanoseconds = new AtomicLong();

    /** Whether there is enough to do; what is ordered nevertheless is made as well. */
    boolean isBusy() {
        return false;
    }

    /** Orders a region. */
    void order(Builder builder, Plan plan, Footprint footprint) {
        make(builder, plan, footprint);
    }

    final void make(Builder builder, Plan plan, Footprint footprint) {
        long start = System.nanoTime();
        done.add(new Made(plan.entries(), builder.build(plan, footprint)));
        nanoseconds.addAndGet(System.nanoTime() - start);
    }

    /** How long it has worked. */
    final long nanoseconds() {
        return nanoseconds.get();
    }

    /** A region that is done, once; null if there is none. */
    final @Nullable Made poll() {
        return done.poll();
    }
}
