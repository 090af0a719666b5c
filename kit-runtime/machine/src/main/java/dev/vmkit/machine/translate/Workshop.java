package dev.vmkit.machine.translate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Where regions are planned and made: here, at once. */
class Workshop {
    /**
     * A region that is wanted.
     *
     * @param pc where it is to be entered
     */
    record Order(long pc, Effort effort, Planner planner, Options.Pace pace, int least, Builder builder) {
        private Optional<Plan> plan() {
            return planner.plan(pc, pace.size()).filter(plan -> plan.size() >= least);
        }
    }

    /**
     * An order that is done.
     *
     * @param planned nothing if it is not worth a region, or if another order takes care of its address
     * @param built nothing if that is too large
     */
    record Made(Order order, Optional<Plan> planned, Optional<Builder.Built> built) {}

    private final Queue<Made> done = new ConcurrentLinkedQueue<>();

    /** Addresses that are going to be entries, by what takes care of them. */
    private final Map<Long, Order> inHand = new ConcurrentHashMap<>();

    private volatile boolean news;
    private final AtomicLong nanoseconds = new AtomicLong();

    /** Whether there is enough to do; what is ordered nevertheless is made as well. */
    boolean isBusy() {
        return false;
    }

    /** Whether a region that is entered at an address is ordered. */
    final boolean isInHand(long pc) {
        return inHand.containsKey(pc);
    }

    /** Orders a region. */
    final void order(Order order) {
        inHand.put(order.pc(), order);
        begin(order);
    }

    void begin(Order order) {
        make(order);
    }

    /** Whatever fails, the order is done: nobody waits for it. */
    final void make(Order order) {
        long start = System.nanoTime();
        Optional<Plan> plan = Optional.empty();
        Optional<Builder.Built> built = Optional.empty();
        try {
            plan = inHand.get(order.pc()) == order ? order.plan() : Optional.empty();
            plan.ifPresent(found -> found.entries().forEach(pc -> inHand.put(pc, order)));
            built = plan.flatMap(order.builder()::build);
        } finally {
            done.add(new Made(order, plan, built));
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
            Order order = made.order();
            inHand.values().removeIf(other -> other == order);
            taken.add(made);
        }
        return taken;
    }
}
