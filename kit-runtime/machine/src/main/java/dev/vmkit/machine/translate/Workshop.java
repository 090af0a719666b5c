package dev.vmkit.machine.translate;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Where regions are made: here, at once. */
class Workshop {
    private final Queue<List<Entry>> done = new ConcurrentLinkedQueue<>();
    private final AtomicLong nanoseconds = new AtomicLong();

    /** Whether there is enough to do; what is ordered nevertheless is made as well. */
    boolean isBusy() {
        return false;
    }

    /** Whether all that was ordered is done. */
    boolean isIdle() {
        return true;
    }

    /** Orders a region. */
    void order(Builder builder, Plan plan, Footprint footprint) {
        make(builder, plan, footprint);
    }

    final void make(Builder builder, Plan plan, Footprint footprint) {
        long start = System.nanoTime();
        done.add(builder.build(plan, footprint));
        nanoseconds.addAndGet(System.nanoTime() - start);
    }

    /** How long it has worked. */
    final long nanoseconds() {
        return nanoseconds.get();
    }

    /** The entries of a region that is done, once; null if there is none. */
    final @Nullable List<Entry> poll() {
        return done.poll();
    }
}
