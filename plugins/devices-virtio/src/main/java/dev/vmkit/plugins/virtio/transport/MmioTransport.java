package dev.vmkit.plugins.virtio.transport;

import dev.vmkit.api.Device;
import dev.vmkit.api.DeviceContext;
import dev.vmkit.api.StateTree;
import dev.vmkit.plugins.virtio.queue.Chain;
import dev.vmkit.plugins.virtio.queue.GuestMemory;
import dev.vmkit.plugins.virtio.queue.Queue;
import dev.vmkit.plugins.virtio.queue.RingFault;
import java.util.Optional;

/**
 * A virtio device behind the registers of virtio-mmio version 2. Control registers answer aligned accesses of 32 bits;
 * others read 0 and do nothing. A request is served the moment the driver notifies, as long as a notification does not
 * bring too much: then the rest follows a little later. A driver that breaks the rules of its rings finds
 * DEVICE_NEEDS_RESET in the status, and is not served until it obeys (section 2.1.2).
 */
public final class MmioTransport implements Device {
    /** "virt" in little-endian letters. */
    private static final long MAGIC = 0x7472_6976;

    private static final long VERSION = 2;

    /** "QEMU" in little-endian letters, which teaching systems such as xv6 insist on. */
    private static final long VENDOR = 0x554D_4551;

    private static final long NO_SHARED_MEMORY = 0xFFFF_FFFFL;

    private final VirtioDevice device;
    private final Status status = new Status();
    private final Features features;
    private final QueueRegisters queues;
    private final Interrupt interrupt;
    private final Later later;
    private int generation;

    /** A device in its state after reset; its YAML declares an interrupt {@code irq}. */
    public MmioTransport(DeviceContext context, VirtioDevice device) {
        this.device = device;
        features = new Features(device.features());
        queues = new QueueRegisters(new GuestMemory(context.dma()), device.queues());
        interrupt = new Interrupt(context.interrupt("irq"));
        later = new Later(context.clock(), this::serveAll);
        device.connect(new Guest());
    }

    /** What the device sees of the driver. */
    private final class Guest implements Driver {
        @Override
        public boolean accepted(int feature) {
            return features.has(feature);
        }

        @Override
        public void wake(int queue) {
            serve(queue);
        }

        @Override
        public void configurationChanged() {
            generation++;
            if (status.running()) {
                interrupt.raise(Interrupt.CONFIGURATION_CHANGE);
            }
        }
    }

    @Override
    public long read(long offset, int width) {
        if (offset >= Register.CONFIGURATION) {
            return configuration(offset - Register.CONFIGURATION, width / 8);
        }
        return width == 32 && offset % 4 == 0 ? read((int) offset) : 0;
    }

    private long configuration(long offset, int bytes) {
        byte[] space = device.configuration();
        long value = 0;
        for (int i = 0; i < bytes && offset + i < space.length; i++) {
            value |= (space[(int) offset + i] & 0xFFL) << 8 * i;
        }
        return value;
    }

    private long read(int register) {
        return switch (register) {
            case Register.MAGIC_VALUE -> MAGIC;
            case Register.VERSION -> VERSION;
            case Register.DEVICE_ID -> device.id();
            case Register.VENDOR_ID -> VENDOR;
            case Register.DEVICE_FEATURES -> features.offered();
            case Register.INTERRUPT_STATUS -> interrupt.reasons();
            case Register.STATUS -> status.bits();
            case Register.SHM_LEN_LOW, Register.SHM_LEN_HIGH -> NO_SHARED_MEMORY;
            case Register.CONFIG_GENERATION -> generation;
            default -> queues.read(register);
        };
    }

    @Override
    public void write(long offset, int width, long value) {
        if (offset >= Register.CONFIGURATION) {
            configure(offset - Register.CONFIGURATION, width, value);
        } else if (width == 32 && offset % 4 == 0) {
            write((int) offset, value);
        }
    }

    private void configure(long offset, int width, long value) {
        if (offset + width / 8 <= device.configuration().length) {
            device.configure((int) offset, width, value);
        }
    }

    private void write(int register, long value) {
        switch (register) {
            case Register.DEVICE_FEATURES_SEL -> features.selectOffered((int) value);
            case Register.DRIVER_FEATURES_SEL -> features.selectAccepted((int) value);
            case Register.DRIVER_FEATURES -> features.accept(value);
            case Register.QUEUE_NOTIFY -> serve((int) value);
            case Register.INTERRUPT_ACK -> interrupt.acknowledge((int) value);
            case Register.STATUS -> writeStatus((int) value);
            default -> guarded(() -> queues.write(register, value, features));
        }
    }

    private void writeStatus(int value) {
        if (value == 0) {
            release();
            return;
        }
        boolean running = status.running();
        status.set(value, features);
        if (status.running() && !running) {
            serveAll();
        }
    }

    private void serveAll() {
        for (int i = 0; i < queues.queues().size(); i++) {
            serve(i);
        }
    }

    private void serve(int number) {
        queues.queue(number)
                .filter(queue -> queue.ready() && status.running())
                .ifPresent(queue -> guarded(() -> serve(number, queue)));
    }

    /** At most a ring full of chains, and about as much work as the largest of them may be. */
    private void serve(int number, Queue queue) {
        int before = queue.used();
        int cost = 0;
        for (int i = 0; i < queue.layout().size() && cost < Chain.MOST_BYTES && device.ready(number); i++) {
            Optional<Chain> chain = queue.take();
            if (chain.isEmpty()) {
                break;
            }
            device.serve(number, chain.get());
            queue.put(chain.get());
            cost += chain.get().cost();
        }
        if (queue.wantsInterrupt(before)) {
            interrupt.raise(Interrupt.USED_BUFFER);
        }
        if (device.ready(number) && queue.waiting() > 0) {
            later.ask();
        } else {
            queue.awaitNotification();
        }
    }

    private void guarded(Runnable work) {
        try {
            work.run();
        } catch (RingFault fault) {
            if (status.running()) {
                interrupt.raise(Interrupt.CONFIGURATION_CHANGE);
            }
            status.needsReset();
        }
    }

    /** The driver lets go of the device: nothing of what it said counts any more, its memory is not touched. */
    private void release() {
        status.reset();
        features.reset();
        queues.reset();
        interrupt.reset();
        later.reset();
    }

    @Override
    public void reset() {
        release();
        generation = 0;
        device.reset();
    }

    @Override
    public StateTree save() {
        return StateTree.EMPTY
                .with("status", status.save())
                .with("features", features.save())
                .with("queues", queues.save())
                .with("interrupt", interrupt.save())
                .with("later", later.save())
                .with("generation", generation)
                .with("device", device.save());
    }

    /** What has been taken up when a later part is refused is put back as it was. */
    @Override
    public void load(StateTree state) {
        StateTree before = save();
        try {
            take(state);
        } catch (IllegalArgumentException refused) {
            take(before);
            throw refused;
        }
    }

    private void take(StateTree state) {
        status.load(state.tree("status"));
        features.load(state.tree("features"));
        queues.load(state.tree("queues"));
        interrupt.load(state.tree("interrupt"));
        later.load(state.tree("later"));
        generation = (int) state.number("generation", Integer.MIN_VALUE, Integer.MAX_VALUE);
        device.load(state.tree("device"));
    }
}
