package dev.vmkit.plugins.virtio.transport;

import dev.vmkit.api.StateTree;
import dev.vmkit.plugins.virtio.queue.GuestMemory;
import dev.vmkit.plugins.virtio.queue.Queue;
import dev.vmkit.plugins.virtio.queue.Queue.Negotiated;
import dev.vmkit.plugins.virtio.queue.QueueLayout;
import java.util.List;
import java.util.Optional;

/** The registers that describe one queue at a time, the one selected; if there is none, they read 0 and ignore writes. */
final class QueueRegisters {
    private static final long LOW = 0xFFFF_FFFFL;

    private final List<Queue> queues;
    private int selected;

    QueueRegisters(GuestMemory memory, List<Integer> sizes) {
        queues = sizes.stream().map(most -> new Queue(memory, most)).toList();
    }

    List<Queue> queues() {
        return queues;
    }

    /** The queue of a number a driver gave. */
    Optional<Queue> queue(int number) {
        return number >= 0 && number < queues.size() ? Optional.of(queues.get(number)) : Optional.empty();
    }

    long read(int register) {
        return queue(selected).map(queue -> read(queue, register)).orElse(0L);
    }

    /** A driver reads no addresses back, and a queue is reset by the time anybody looks. */
    private static long read(Queue queue, int register) {
        return switch (register) {
            case Register.QUEUE_NUM_MAX -> queue.most();
            case Register.QUEUE_READY -> queue.ready() ? 1 : 0;
            default -> 0;
        };
    }

    void write(int register, long value, Features features) {
        if (register == Register.QUEUE_SEL) {
            selected = (int) value;
        } else {
            queue(selected).ifPresent(queue -> write(queue, register, value, features));
        }
    }

    private static void write(Queue queue, int register, long value, Features features) {
        switch (register) {
            case Register.QUEUE_READY -> ready(queue, (value & 1) != 0, features);
            case Register.QUEUE_RESET -> {
                if ((value & 1) != 0 && features.has(Features.RING_RESET)) {
                    queue.reset();
                }
            }
            default -> queue.layout(changed(queue.layout(), register, value));
        }
    }

    private static void ready(Queue queue, boolean wanted, Features features) {
        if (wanted) {
            queue.start(new Negotiated(features.has(Features.INDIRECT_DESC), features.has(Features.EVENT_IDX)));
        } else {
            queue.stop();
        }
    }

    private static QueueLayout changed(QueueLayout old, int register, long value) {
        return switch (register) {
            case Register.QUEUE_NUM -> old.withSize((int) value);
            case Register.QUEUE_DESC_LOW -> old.withDescriptors(low(old.descriptors(), value));
            case Register.QUEUE_DESC_HIGH -> old.withDescriptors(high(old.descriptors(), value));
            case Register.QUEUE_DRIVER_LOW -> old.withDriver(low(old.driver(), value));
            case Register.QUEUE_DRIVER_HIGH -> old.withDriver(high(old.driver(), value));
            case Register.QUEUE_DEVICE_LOW -> old.withDevice(low(old.device(), value));
            case Register.QUEUE_DEVICE_HIGH -> old.withDevice(high(old.device(), value));
            default -> old;
        };
    }

    private static long low(long address, long value) {
        return address & ~LOW | value & LOW;
    }

    private static long high(long address, long value) {
        return address & LOW | value << 32;
    }

    void reset() {
        selected = 0;
        queues.forEach(Queue::reset);
    }

    StateTree save() {
        StateTree state = StateTree.EMPTY.with("selected", selected);
        for (int i = 0; i < queues.size(); i++) {
            state = state.with("queue " + i, queues.get(i).save());
        }
        return state;
    }

    void load(StateTree state) {
        selected = (int) state.number("selected", Integer.MIN_VALUE, Integer.MAX_VALUE);
        for (int i = 0; i < queues.size(); i++) {
            queues.get(i).load(state.tree("queue " + i));
        }
    }
}
