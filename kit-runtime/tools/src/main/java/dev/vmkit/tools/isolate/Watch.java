package dev.vmkit.tools.isolate;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Does something later, unless it is told not to: the clock of all cages. */
final class Watch {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cage watch").factory());

    private Watch() {}

    static Future<?> after(Duration time, Runnable action) {
        // The action may take its time, and must not keep others waiting.
        return CLOCK.schedule(() -> Thread.ofVirtual().start(action), time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
