package dev.vmkit.plugins.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.DeviceBench;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases 9, 10 and 15 to 18: what a chain asks of a disk. */
class HostileRequestTests extends HostileDriver {
    HostileRequestTests() {
        super(Victim.BLOCK);
    }

    private static final int HEADS = 64;
    private static final long FLUSHES = 1L << 9;

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
    void case_15_moves_nothing_for_descriptors_of_no_length() {
        Request empty =
                Request.block(0, 0).reads(new byte[0]).writes(0).writes(512).writes(1);
        ring.send(empty);
        assertThat(empty.status()).isZero();
    }

    /** However often the driver asks, requests are held in its own memory, and one notification brings a ring full. */
    @Test
    void case_16_serves_a_ring_full_for_one_notification_and_the_rest_later() {
        DeviceBench disk = Benches.disk(new MemoryStore(1 << 20));
        Ring all = flood(disk, FLUSHES, 0, 0x40000, 1 << 19, Ring.WRITE);
        servesInParts(disk, all, 32);
    }

    /** A few bytes ask for much work: each request discards or zeroes a disk of 8 MiB, or has it flushed. */
    @ParameterizedTest
    @CsvSource({"11, 0, 2", "13, 0, 2", "13, 1, 2", "4, 0, 16"})
    void case_16_counts_what_is_cleared_and_flushed_as_work(int type, int flags, int atOnce) {
        DeviceBench disk = Benches.disk(new MemoryStore(1 << 23));
        disk.memory().word(0x40008, (long) flags << 32 | 1 << 14);
        Ring all = flood(disk, FLUSHES, type, 0x40000, 16, 0);
        servesInParts(disk, all, atOnce);
    }

    @Test
    void case_16_counts_the_flush_after_each_write_of_a_driver_that_cannot_ask_for_it() {
        DeviceBench disk = Benches.disk(new MemoryStore(512));
        Ring all = flood(disk, 0, 1, 0x40000, 512, 0);
        servesInParts(disk, all, 16);
    }

    /** All heads lead to one table: a request's header, its data, its status. */
    private static Ring flood(DeviceBench disk, long features, int type, long data, int length, int direction) {
        long agreed = GuestDriver.VERSION_1 | GuestDriver.INDIRECT | features;
        Ring all = new GuestDriver(disk).start(agreed, 1, HEADS).ring(0);
        byte[] header = new byte[16];
        header[0] = (byte) type;
        int table = all.room(48);
        all.entry(table, all.holding(header), 16, Ring.NEXT, 1);
        all.entry(table + 16, data, length, direction | Ring.NEXT, 2);
        all.entry(table + 32, all.room(1), 1, Ring.WRITE, 0);
        for (int i = 0; i < HEADS; i++) {
            all.descriptor(i, table, 48, Ring.INDIRECT, 0);
            all.offer(i);
        }
        all.kick();
        return all;
    }

    private static void servesInParts(DeviceBench disk, Ring all, int atOnce) {
        assertThat(all.usedIndex()).isEqualTo(atOnce);
        assertThat(disk.awaitsTime()).isTrue();
        disk.pass(10_000);
        assertThat(all.usedIndex()).isEqualTo(2 * atOnce);
        disk.pass(1_000_000);
        assertThat(all.usedIndex()).isEqualTo(HEADS);
        assertThat(disk.awaitsTime()).isFalse();
    }

    /** Whichever way the driver lets go, what is left of its flood is nobody's any more. */
    @ParameterizedTest
    @CsvSource({"0x070, 0", "0x0C0, 1", "0x044, 0"})
    void case_10_drops_pending_work_of_a_device_or_queue_that_is_reset_or_disabled(int register, int value) {
        MemoryStore large = new MemoryStore(1 << 23);
        DeviceBench disk = Benches.disk(large);
        disk.memory().word(0x40008, 1 << 14);
        flood(disk, FLUSHES | GuestDriver.QUEUE_BY_QUEUE, 11, 0x40000, 16, 0);
        assertThat(disk.awaitsTime()).isTrue();
        disk.write(register, 32, value);
        large.notes.clear();
        byte[] before = disk.memory().ram().bytes().clone();
        disk.pass(1_000_000);
        assertThat(disk.awaitsTime()).isFalse();
        assertThat(large.notes).isEmpty();
        assertThat(disk.memory().ram().bytes()).isEqualTo(before);
        Ring fresh = new GuestDriver(disk).start(GuestDriver.VERSION_1, 1, SIZE).ring(0);
        fresh.send(victim.request());
        assertThat(fresh.written()).isEqualTo(victim.written());
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
