package dev.vmkit.machine.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Where regions are made: here, at once. */
class Workshop {
    /**
     * A region that is wanted.
     *
     * @param news those entries of the plan that nobody has ordered
     */
    record Order(Builder builder, Plan plan, Footprint footprint, List<Long> news) {}

    /** An order that is done. */
    record Made(Order order, Builder.Built built) {}

    private final Queue<Made> done = new ConcurrentLinkedQueue<>();
    private volatile boolean news;
    private final AtomicLong nanoseconds = new AtomicLong();

    /** Whether there is enough to do; what is ordered nevertheless is made as well. */
    boolean isBusy() {
        return false;
    }

    /** Orders a region. */
    void order(Order order) {
        make(order);
    }

    /** Whatever fails, the order is done: nobody waits for it. */
    final void make(Order order) {
        long start = System.nanoTime();
        Builder.Built built = Builder.Built.nothing(order.plan());
        try {
            built = order.builder().build(order.plan(), order.footprint());
        } finally {
            done.add(new Made(order, built));
            news = true;
            nanoseconds.addAndGet(System.nanoTime() - start);
        }
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
