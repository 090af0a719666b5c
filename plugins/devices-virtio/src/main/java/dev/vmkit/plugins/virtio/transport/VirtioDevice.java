package dev.vmkit.plugins.virtio.transport;

import dev.vmkit.api.Snapshotable;
import dev.vmkit.api.StateTree;
import dev.vmkit.plugins.virtio.queue.Chain;
import java.util.List;

/**
 * What makes one kind of virtio device of the registers and queues that all share (virtio 1.2, section 5). It sees
 * requests, never rings, and only while a driver is in charge. One that remembers something from request to request also
 * says how to reset, save and load it.
 */
public interface VirtioDevice extends Snapshotable {
    /** The number of the kind: 2 a block device, 3 a console (section 5). */
    int id();

    /** The features of this kind it offers, a bit each; those of the transport come on top. */
    long features();

    /** For each queue how many descriptors it may have, a power of 2. */
    List<Integer> queues();

    /** The bytes of the configuration space, as a driver sees them now; its length never changes. */
    byte[] configuration();

    /** A driver writes {@code width} bits into the configuration space, at an offset within it. */
    default void configure(int offset, int width, long value) {}

    /** Hands over the other side, once, before anything else. */
    default void connect(Driver driver) {}

    /** Whether a chain of a queue could be served now; a queue for what comes in waits until something has come. */
    default boolean ready(int queue) {
        return true;
    }

    /** Does what a chain asks for, at once; when it returns, the chain goes back to the driver. */
    void serve(int queue, Chain chain);

    /** Goes back to the state after power-on. A driver's reset of the device concerns the transport alone. */
    default void reset() {}

    @Override
    default StateTree save() {
        return StateTree.EMPTY;
    }

    @Override
    default void load(StateTree state) {}
}
