package dev.vmkit.machine.board;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Input that another thread offers at its own pace: a person at a terminal. It is picked up between slices and recorded. */
public final class InteractiveInput implements HostInput {
    static final int CAPACITY = 1 << 16;
    private static final int END = -2;

    private final LinkedBlockingQueue<Integer> queue = new LinkedBlockingQueue<>(CAPACITY);
    private volatile Doorbell bell = Doorbell.plain();
    private boolean ended;

    /** Offers a byte; from any thread. Waits while the guest is far behind. */
    public void offer(int value) throws InterruptedException {
        put(value & 0xFF);
    }

    /** Offers a byte; from any thread. False if it is not taken, because the guest stays far behind for so long. */
    public boolean offer(int value, Duration patience) throws InterruptedException {
        boolean taken = queue.offer(value & 0xFF, patience.toNanos(), TimeUnit.NANOSECONDS);
        bell.ring();
        return taken;
    }

    /** Nothing more will come; from any thread. */
    public void end() throws InterruptedException {
        put(END);
    }

    private void put(int value) throws InterruptedException {
        queue.put(value);
        bell.ring();
    }

    @Override
    public void ring(Doorbell newBell) {
        bell = newBell;
    }

    @Override
    public int arrived(Moment now) {
        @Nullable Integer polled = queue.poll();
        ended |= polled != null && polled == END;
        return polled == null || polled < 0 ? NOTHING : polled;
    }

    @Override
    public boolean live() {
        return !ended;
    }

    @Override
    public boolean recorded() {
        return true;
    }
}
