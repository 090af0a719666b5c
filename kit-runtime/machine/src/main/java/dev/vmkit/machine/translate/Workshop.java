package dev.vmkit.machine.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Where regions are made: here, at once. */
class Workshop {
    /**
     * A region that is done.
     *
     * @param plan what it was made by
     * @param entries those that it has, none if it could not be made
     */
    record Made(Plan plan, List<Entry> entries) {}

    private final Queue<Made> done = new ConcurrentLinkedQueue<>();
    private volatile boolean news;
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
        done.add(new Made(plan, builder.build(plan, footprint)));
        news = true;
        nanoseconds.addAndGet(System.nanoTime() - start);
    }

    /** How long it has worked. */
    final long nanoseconds() {
        return nanoseconds.get();
    }

    /** Whether a region is done that nobody took. */
    final boolean hasNews() {
        return news;
    }

    /** All regions that are done, once. */
    final List<Made> take() {
        if (!news) {
            return List.of();
        }
        news = false; // first, lest what comes now is overlooked
        List<Made> taken = new ArrayList<>();
        for (Made made = done.poll(); made != null; made = done.poll()) {
            taken.add(made);
        }
        return taken;
    }
}
