package dev.vmkit.plugins.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.BenchMemory;
import dev.vmkit.testkit.device.DeviceBench;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases 6 to 8, for the devices that take bytes from the driver: where those lie. */
class HostileSourceTests {
    private static final long[] OUT_OF_REACH = {
        BenchMemory.DEVICE,
        BenchMemory.DEVICE + GuestDriver.STATUS,
        BenchMemory.DEVICE + GuestDriver.CONFIGURATION,
        0x3000_0000L,
        BenchMemory.SIZE,
        BenchMemory.SIZE - 8,
        -8,
        (1L << 56) - 8,
        1L << 56
    };

    @ParameterizedTest
    @CsvSource({"virtio-block, 0", "virtio-console, 1", "virtio-net, 1"})
    void takes_nothing_from_its_own_registers_or_from_beyond_memory(String device, int queue) {
        for (long address : OUT_OF_REACH) {
            DeviceBench bench = Benches.any(device);
            GuestDriver driver = new GuestDriver(bench).start(GuestDriver.VERSION_1, queue + 1, 8);
            Ring ring = driver.ring(queue);
            ring.descriptor(0, address, 16, Ring.NEXT, 1);
            ring.descriptor(1, ring.room(64), 64, 0, 0);
            ring.offer(0);
            byte[] before = bench.memory().ram().bytes().clone();
            long status = driver.status();
            ring.kick();
            assertThat(driver.status()).isEqualTo(status | GuestDriver.NEEDS_RESET);
            assertThat(bench.memory().ram().bytes()).isEqualTo(before);
        }
    }
}
