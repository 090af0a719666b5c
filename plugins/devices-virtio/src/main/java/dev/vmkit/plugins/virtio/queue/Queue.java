package dev.vmkit.plugins.virtio.queue;

import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * One split virtqueue: a table of descriptors, the ring of heads that the driver makes available, and the ring of those
 * the device has used (section 2.7). The device owns a chain from {@link #take} to {@link #put}.
 */
public final class Queue implements Snapshotable {
    private static final int INDICES = 1 << 16;
    private static final int NO_INTERRUPT = 1;
    private static final int RING = 4;
    private static final int USED_BYTES = 8;

    private final GuestMemory memory;
    private final int most;
    private QueueLayout layout;
    private Negotiated negotiated = new Negotiated(false, false);
    private boolean ready;
    private int taken;
    private int used;

    /** What driver and device agreed on that changes what rings mean. */
    public record Negotiated(boolean indirect, boolean eventIndex) {}

    /**
     * A queue that is not ready.
     *
     * @param most descriptors it may have, a power of 2 within [1, 32768]
     */
    public Queue(GuestMemory memory, int most) {
        this.memory = memory;
        this.most = most;
        this.layout = QueueLayout.of(most);
    }

    /** Descriptors it may have. */
    public int most() {
        return most;
    }

    public QueueLayout layout() {
        return layout;
    }

    /** Where the rings are to be; of no effect while the queue is ready. */
    public void layout(QueueLayout wanted) {
        if (!ready) {
            layout = wanted;
        }
    }

    public boolean ready() {
        return ready;
    }

    /** Starts with the first entry of each ring; a layout that cannot be is a {@link RingFault}. */
    public void start(Negotiated agreed) {
        if (!ready) {
            layout.check(most);
            negotiated = agreed;
            taken = 0;
            used = 0;
            ready = true;
        }
    }

    /** Touches the rings no more, and forgets where they were. */
    public void reset() {
        ready = false;
        taken = 0;
        used = 0;
        layout = QueueLayout.of(most);
    }

    /** Touches the rings no more. */
    public void stop() {
        ready = false;
    }

    /** How many chains wait. More than the ring has entries is a fault: the index jumped. */
    public int waiting() {
        int count = memory.read16(layout.driver() + 2) - taken & INDICES - 1;
        if (count > layout.size()) {
            throw new RingFault(count + " chains available in a ring of " + layout.size());
        }
        return count;
    }

    /** The next chain, if one waits. */
    public Optional<Chain> take() {
        if (waiting() == 0) {
            return Optional.empty();
        }
        int head = memory.read16(layout.driver() + RING + 2L * (taken % layout.size()));
        taken = taken + 1 & INDICES - 1;
        DescriptorWalk walk = new DescriptorWalk(memory, layout.descriptors(), layout.size(), negotiated.indirect());
        return Optional.of(new Chain(memory, head, walk.from(head)));
    }

    /** Gives a chain back, with how much was written. */
    public void put(Chain chain) {
        byte[] element = new byte[USED_BYTES];
        ByteBuffer.wrap(element)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(chain.head())
                .putInt(chain.written());
        memory.write(layout.device() + RING + (long) USED_BYTES * (used % layout.size()), element, 0, USED_BYTES);
        used = used + 1 & INDICES - 1;
        memory.write16(layout.device() + 2, used);
    }

    /** How many chains were given back, modulo 2^16. */
    public int used() {
        return used;
    }

    /** Whether the driver wants to hear of the chains given back since there were {@code before} (2.7.7). */
    public boolean wantsInterrupt(int before) {
        if (used == before) {
            return false;
        }
        if (negotiated.eventIndex()) {
            int event = memory.read16(layout.driver() + RING + 2L * layout.size());
            return (used - event - 1 & INDICES - 1) < (used - before & INDICES - 1);
        }
        return (memory.read16(layout.driver()) & NO_INTERRUPT) == 0;
    }

    /** Asks the driver to notify of the next chain it makes available; without the event index it always does (2.7.10). */
    public void awaitNotification() {
        if (negotiated.eventIndex()) {
            memory.write16(layout.device() + RING + (long) USED_BYTES * layout.size(), taken);
        }
    }

    @Override
    public StateTree save() {
        return StateTree.EMPTY
                .with("layout", layout.save())
                .with("indirect", negotiated.indirect() ? 1 : 0)
                .with("event-index", negotiated.eventIndex() ? 1 : 0)
                .with("ready", ready ? 1 : 0)
                .with("taken", taken)
                .with("used", used);
    }

    @Override
    public void load(StateTree state) {
        QueueLayout saved = QueueLayout.load(state.tree("layout"));
        Negotiated agreed = new Negotiated(state.flag("indirect"), state.flag("event-index"));
        boolean wasReady = state.flag("ready");
        int savedTaken = (int) state.number("taken", 0, INDICES - 1);
        int savedUsed = (int) state.number("used", 0, INDICES - 1);
        if (wasReady && !saved.possible(most)) {
            throw new IllegalArgumentException("a queue is ready whose rings cannot be");
        }
        layout = saved;
        negotiated = agreed;
        ready = wasReady;
        taken = savedTaken;
        used = savedUsed;
    }
}
