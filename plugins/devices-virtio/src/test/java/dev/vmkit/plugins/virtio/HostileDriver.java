package dev.vmkit.plugins.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.BenchMemory;
import dev.vmkit.testkit.device.DeviceBench;

/**
 * A driver of some device whose rings and buffers lie: the cases 6 to 15 of the escape suite (design, layers.md,
 * section 5). Each is contained: the device asks to be reset, nothing else is touched, and after a reset it works.
 */
abstract class HostileDriver {
    static final int SIZE = 8;

    final MemoryStore store = new MemoryStore(64 * 512);
    final Victim victim;
    final DeviceBench bench;
    final BenchMemory memory;
    final GuestDriver driver;
    final Ring ring;

    HostileDriver(Victim victim) {
        this.victim = victim;
        bench = victim.bench(store);
        memory = bench.memory();
        driver = new GuestDriver(bench).start(GuestDriver.VERSION_1 | GuestDriver.INDIRECT, 1, SIZE);
        ring = driver.ring(0);
    }

    /** The device has given up on the driver, has touched nothing, and works for the next one. */
    final void contained() {
        assertThat(driver.needsReset()).isTrue();
        assertThat(driver.acknowledge() & 2).isEqualTo(2);
        assertThat(store.notes).isEmpty();
        byte[] before = memory.ram().bytes().clone();
        kick();
        assertThat(memory.ram().bytes()).isEqualTo(before);
        assertThat(store.notes).isEmpty();
        works();
    }

    final void works() {
        Ring fresh = driver.start(GuestDriver.VERSION_1, 1, SIZE).ring(0);
        victim.feed(bench);
        fresh.send(victim.request());
        assertThat(fresh.written()).isEqualTo(victim.written());
    }

    /** Has the device look, with something to give. */
    final void kick() {
        victim.feed(bench);
        ring.kick();
    }

    /** Offers a good request, but for the address and length of the buffer that the device fills. */
    final void offerTo(long address, long length) {
        int head = ring.holding(new byte[16]);
        ring.descriptor(0, head, 16, Ring.NEXT, 1);
        ring.descriptor(1, address, length, Ring.WRITE | Ring.NEXT, 2);
        ring.descriptor(2, ring.room(1), 1, Ring.WRITE, 0);
        ring.offer(0);
    }
}
