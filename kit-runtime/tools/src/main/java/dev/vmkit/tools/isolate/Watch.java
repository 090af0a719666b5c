package dev.vmkit.tools.isolate;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Does something after a time, unless it is stopped before. Only time in which this process runs counts: what it missed while it
 * was stopped itself (Ctrl-Z, a virtual machine that was paused) is not a submission's fault.
 */
final class Watch {
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("cage watch").factory());
    private static final long TICK_MILLIS = 50;

    /** What a tick counts for at most; a busy machine may be that late. */
    private static final long MOST_NANOS = Duration.ofSeconds(1).toNanos();

    private final long limit;
    private final Runnable action;
    private long last = System.nanoTime();
    private long spent;
    private @Nullable Future<?> ticks;

    private Watch(Duration time, Runnable action) {
        this.limit = time.toNanos();
        this.action = action;
    }

    static Watch after(Duration time, Runnable action) {
        Watch watch = new Watch(time, action);
        watch.start();
        return watch;
    }

    private synchronized void start() {
        ticks = CLOCK.schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void tick() {
        if (ticks == null) {
            return;
        }
        if (stop().toNanos() < limit) {
            start();
        } else {
            // The action may take its time, and must not keep others waiting.
            Thread.ofVirtual().start(action);
        }
    }

    /** Stops it; how much time counted. */
    synchronized Duration stop() {
        if (ticks != null) {
            ticks.cancel(false);
            ticks = null;
            long now = System.nanoTime();
            spent += Math.min(now - last, MOST_NANOS);
            last = now;
        }
        return Duration.ofNanos(spent);
    }
}
