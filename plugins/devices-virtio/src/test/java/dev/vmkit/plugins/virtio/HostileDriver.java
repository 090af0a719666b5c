package dev.vmkit.plugins.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.BenchMemory;
import dev.vmkit.testkit.device.DeviceBench;

/**
 * A driver of a disk whose rings and buffers lie: the cases 6 to 18 of the escape suite (design, layers.md, section 5).
 * Each is contained: the device asks to be reset or refuses the request, nothing else is touched, and after a reset it
 * works.
 */
abstract class HostileDriver {
    static final int SIZE = 8;
    static final int SECTORS = 64;

    final MemoryStore store = new MemoryStore(SECTORS * 512);
    final DeviceBench bench = Benches.disk(store);
    final BenchMemory memory = bench.memory();
    final GuestDriver driver = new GuestDriver(bench).start(GuestDriver.VERSION_1 | GuestDriver.INDIRECT, 1, SIZE);
    final Ring ring = driver.ring(0);

    /** The device has given up on the driver, has touched nothing, and works for the next one. */
    final void contained() {
        assertThat(driver.needsReset()).isTrue();
        assertThat(driver.acknowledge() & 2).isEqualTo(2);
        assertThat(store.notes).isEmpty();
        ring.kick();
        assertThat(store.notes).isEmpty();
        works();
    }

    final void works() {
        Ring fresh = driver.start(GuestDriver.VERSION_1, 1, SIZE).ring(0);
        Request read = Request.block(0, 0).writes(512).writes(1);
        fresh.send(read);
        assertThat(read.status()).isZero();
    }

    /** Sends a read of one sector whose data go to an address. */
    final void readTo(long address, long length) {
        int head = ring.holding(new byte[16]);
        ring.descriptor(0, head, 16, Ring.NEXT, 1);
        ring.descriptor(1, address, length, Ring.WRITE | Ring.NEXT, 2);
        ring.descriptor(2, ring.room(1), 1, Ring.WRITE, 0);
        ring.offer(0);
        ring.kick();
    }
}
