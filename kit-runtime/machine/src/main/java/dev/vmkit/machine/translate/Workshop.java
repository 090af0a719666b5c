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

    /** What came of an order. */
    sealed interface Result {
        record Made(Builder.Built built) implements Result {}

        /** Not even a block of it is as small as the JVM wants it. */
        record TooLarge() implements Result {}

        /** There are too few instructions. */
        record TooSmall() implements Result {}

        /** Another order takes care of its address. */
        record Superseded() implements Result {}
    }

    /** An order that is done. */
    record Done(Order order, Result result) {}

    private final Queue<Done> done = new ConcurrentLinkedQueue<>();

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
        Result result = new Result.TooLarge();
        try {
            result = inHand.get(order.pc()) == order
                    ? order.plan().map(plan -> make(order, plan)).orElseGet(Result.TooSmall::new)
                    : new Result.Superseded();
        } finally {
            done.add(new Done(order, result));
            news = true;
            nanoseconds.addAndGet(System.nanoTime() - start);
        }
    }

    private Result make(Order order, Plan plan) {
        plan.entries().forEach(pc -> inHand.put(pc, order));
        return order.builder().build(plan).<Result>map(Result.Made::new).orElseGet(Result.TooLarge::new);
    }

    /** How long it has worked. */
    final long nanoseconds() {
        return nanoseconds.get();
    }

    /** Whether an order is done that nobody took. */
    final boolean hasNews() {
        return news;
    }

    /** All orders that are done, once. */
    final List<Done> take() {
        if (!news) {
            return List.of();
        }
        news = false; // first, lest what comes now is overlooked
        List<Done> taken = new ArrayList<>();
        for (Done next = done.poll(); next != null; next = done.poll()) {
            Order order = next.order();
            inHand.values().removeIf(other -> other == order);
            taken.add(next);
        }
        return taken;
    }
}
