package dev.vmkit.plugins.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.BenchMemory;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases 6 to 10: where device and driver exchange bytes. */
class HostileMemoryTests extends HostileDriver {
    @ParameterizedTest
    @ValueSource(
            longs = {
                BenchMemory.SIZE,
                BenchMemory.SIZE - 256,
                -256,
                Long.MIN_VALUE,
                1L << 56,
                (1L << 56) - 256,
                1L << 56 | 0x8000
            })
    void case_6_does_not_leave_memory_or_wrap_around(long address) {
        byte[] before = memory.ram().bytes().clone();
        readTo(address, 512);
        assertThat(driver.needsReset()).isTrue();
        assertThat(Arrays.mismatch(before, memory.ram().bytes())).isGreaterThanOrEqualTo(ring.table());
        works();
    }

    @ParameterizedTest
    @ValueSource(longs = {BenchMemory.DEVICE + GuestDriver.STATUS, BenchMemory.DEVICE + GuestDriver.QUEUE_NOTIFY})
    void case_7_does_not_reach_its_own_registers(long address) {
        long status = driver.status();
        readTo(address - address % 4, 512);
        assertThat(driver.status()).isEqualTo(status | GuestDriver.NEEDS_RESET);
        works();
    }

    @ParameterizedTest
    @ValueSource(longs = {BenchMemory.ROM, BenchMemory.DEVICE, 0x3000_0000L})
    void case_8_does_not_write_rom_other_devices_or_what_it_was_not_granted(long address) {
        readTo(address, 512);
        assertThat(driver.needsReset()).isTrue();
        works();
    }

    @Test
    void case_8_rings_in_rom_or_nowhere_are_contained() {
        for (long at : new long[] {BenchMemory.ROM, 0x3000_0000L, BenchMemory.SIZE, BenchMemory.DEVICE}) {
            driver.reset();
            driver.negotiate(GuestDriver.VERSION_1);
            driver.describe(0, SIZE, at, at, at);
            driver.set(GuestDriver.QUEUE_READY, 1);
            driver.status(GuestDriver.DRIVER_OK);
            driver.set(GuestDriver.QUEUE_NOTIFY, 0);
            assertThat(store.notes).isEmpty();
            works();
            store.notes.clear();
        }
    }

    /** The data of a read overwrite the request's own descriptors and header: those that were checked count. */
    @Test
    void case_9_uses_the_descriptors_that_it_checked() {
        Arrays.fill(store.bytes, (byte) 0xFF);
        int head = ring.holding(new byte[16]);
        int status = ring.room(1);
        ring.descriptor(0, head, 16, Ring.NEXT, 1);
        ring.descriptor(1, ring.table(), 512, Ring.WRITE | Ring.NEXT, 2);
        ring.descriptor(2, status, 1, Ring.WRITE, 0);
        memory.number(status, 8, 0x55);
        ring.offer(0);
        int available = (int) memory.number(ring.available() + 2, 16);
        ring.kick();
        assertThat(available).isEqualTo(1);
        assertThat(memory.number(status, 8)).isZero();
        assertThat(store.notes).containsExactly("read 512 at 0");
    }

    @Test
    void case_10_does_not_touch_memory_after_a_reset_or_of_a_queue_that_was_disabled() {
        ring.offer(Request.block(0, 0).writes(512).writes(1));
        driver.set(GuestDriver.QUEUE_READY, 0);
        byte[] before = memory.ram().bytes().clone();
        ring.kick();
        driver.set(GuestDriver.STATUS, 0);
        ring.kick();
        bench.pass(1_000_000);
        assertThat(memory.ram().bytes()).isEqualTo(before);
        assertThat(store.notes).isEmpty();
        works();
    }
}
