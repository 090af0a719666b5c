package dev.vmkit.plugins.virtio.entropy;

import dev.vmkit.api.StateTree;
import dev.vmkit.plugins.virtio.queue.Chain;
import dev.vmkit.plugins.virtio.transport.VirtioDevice;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Fills buffers with numbers that look random and follow from the seed, so that equal runs see equal ones: they are no
 * secret. The generator is SplitMix64 (Steele, Lea, Flood: "Fast Splittable Pseudorandom Number Generators", 2014).
 */
final class Entropy implements VirtioDevice {
    private static final int QUEUE = 8;

    /** Bytes given at once; a driver that wants more asks again. */
    private static final int MOST = 4096;

    private final long seed;
    private long position;

    Entropy(long seed) {
        this.seed = seed;
        reset();
    }

    @Override
    public int id() {
        return 4;
    }

    @Override
    public long features() {
        return 0;
    }

    @Override
    public List<Integer> queues() {
        return List.of(QUEUE);
    }

    @Override
    public byte[] configuration() {
        return new byte[0];
    }

    @Override
    public void serve(int queue, Chain chain) {
        int bytes = Math.min(MOST, chain.writable());
        ByteBuffer numbers = ByteBuffer.allocate(bytes + Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        while (numbers.position() < bytes) {
            numbers.putLong(next());
        }
        chain.write(numbers.array(), 0, bytes);
    }

    private long next() {
        position += 0x9E37_79B9_7F4A_7C15L;
        long mixed = (position ^ position >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ mixed >>> 31;
    }

    @Override
    public void reset() {
        position = seed;
    }

    @Override
    public StateTree save() {
        return StateTree.EMPTY.with("position", position);
    }

    @Override
    public void load(StateTree state) {
        position = state.number("position");
    }
}
