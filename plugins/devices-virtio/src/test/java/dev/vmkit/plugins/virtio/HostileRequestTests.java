package dev.vmkit.plugins.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.DeviceBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases 16 to 18: what a chain asks for. */
class HostileRequestTests extends HostileDriver {
    /** However often the driver asks, requests are held in its own memory, and one notification brings a ring full. */
    @Test
    void case_16_serves_a_ring_full_for_one_notification_and_the_rest_later() {
        MemoryStore large = new MemoryStore(1 << 20);
        DeviceBench disk = Benches.disk(large);
        GuestDriver flood = new GuestDriver(disk).start(GuestDriver.VERSION_1 | GuestDriver.INDIRECT, 1, 64);
        Ring all = flood.ring(0);
        int table = all.room(48);
        all.entry(table, all.holding(new byte[16]), 16, Ring.NEXT, 1);
        all.entry(table + 16, 0x40000, 1 << 19, Ring.WRITE | Ring.NEXT, 2);
        all.entry(table + 32, all.room(1), 1, Ring.WRITE, 0);
        for (int i = 0; i < 64; i++) {
            all.descriptor(i, table, 48, Ring.INDIRECT, 0);
            all.offer(i);
        }
        all.kick();
        assertThat(all.usedIndex()).isEqualTo(32);
        assertThat(disk.awaitsTime()).isTrue();
        disk.pass(10_000);
        assertThat(all.usedIndex()).isEqualTo(64);
        assertThat(disk.awaitsTime()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MAX_VALUE, (1L << 55) - 1, 1L << 55})
    void case_17_refuses_sectors_near_the_end_of_numbers(long sector) {
        Request read = Request.block(0, sector).writes(512).writes(1);
        ring.send(read);
        assertThat(read.status()).isEqualTo(1);
        assertThat(store.notes).isEmpty();
        assertThat(driver.needsReset()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15})
    void case_17_refuses_a_request_shorter_than_its_header(int bytes) {
        ring.send(new Request().reads(new byte[bytes]).writes(1));
        contained();
    }

    @Test
    void case_17_refuses_a_request_without_room_for_its_status() {
        ring.send(Request.block(1, 0).reads(new byte[512]));
        contained();
    }

    @Test
    void case_18_tells_the_driver_and_waits_for_a_reset() {
        ring.offer(99);
        ring.kick();
        assertThat(driver.status()).isEqualTo(0xF | GuestDriver.NEEDS_RESET);
        assertThat(driver.get(GuestDriver.INTERRUPT_STATUS)).isEqualTo(2);
        assertThat(bench.raised("irq")).isTrue();
        ring.availableIndex(0);
        ring.send(Request.block(0, 0).writes(512).writes(1));
        assertThat(store.notes).isEmpty();
        contained();
    }
}
