package dev.vmkit.machine.translate;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A workshop beside the guest: one thread makes what was ordered, while the interpreter goes on. */
final class BackgroundWorkshop extends Workshop {
    private static final int MOST_ORDERS = 16;

    private final AtomicInteger orders = new AtomicInteger();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(Thread.ofPlatform()
            .name("translator")
            .daemon()
            .priority(Thread.MIN_PRIORITY)
            .factory());

    @Override
    boolean isBusy() {
        return orders.get() >= MOST_ORDERS;
    }

    @Override
    void begin(Order order) {
        orders.incrementAndGet();
        worker.execute(() -> {
            try {
                make(order);
            } finally {
                orders.decrementAndGet();
            }
        });
    }
}
