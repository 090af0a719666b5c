package dev.vmkit.machine.board;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Input that another thread offers at its own pace: a person at a terminal. It is picked up between slices and recorded. */
public final class InteractiveInput implements HostInput {
    private static final int CAPACITY = 1 << 16;
    private static final int END = -2;

    private final LinkedBlockingQueue<Integer> queue = new LinkedBlockingQueue<>(CAPACITY);
    private volatile boolean ended;

    /** Offers a byte; from any thread. Waits while the guest is far behind. */
    public void offer(int value) throws InterruptedException {
        queue.put(value & 0xFF);
    }

    /** Nothing more will come; from any thread. */
    public void end() throws InterruptedException {
        queue.put(END);
    }

    @Override
    public int arrived(Moment now) {
        return value(queue.poll());
    }

    /** The machine's thread may be interrupted to end the wait. */
    @Override
    public int awaited(Moment now, long nanos, boolean last) {
        try {
            return ended ? NOTHING : value(queue.poll(nanos, TimeUnit.NANOSECONDS));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return NOTHING;
        }
    }

    private int value(@Nullable Integer polled) {
        if (polled != null && polled == END) {
            ended = true;
        }
        return polled == null || polled < 0 ? NOTHING : polled;
    }

    @Override
    public boolean recorded() {
        return true;
    }
}
