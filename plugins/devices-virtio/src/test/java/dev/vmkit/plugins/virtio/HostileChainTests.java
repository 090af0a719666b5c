package dev.vmkit.plugins.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.BenchMemory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases 11 to 15: what a ring leads to. */
@ParameterizedClass
@EnumSource
class HostileChainTests extends HostileDriver {
    HostileChainTests(Victim victim) {
        super(victim);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "3, 3"})
    void case_11_ends_a_loop_of_descriptors(int head, int back) {
        for (int i = 0; i < SIZE; i++) {
            ring.descriptor(i, 0x8000, 16, Ring.NEXT, i == 1 ? back : i + 1 & SIZE - 1);
        }
        ring.descriptor(head, 0x8000, 16, Ring.NEXT, back);
        ring.offer(head);
        kick();
        contained();
    }

    @Test
    void case_11_ends_a_loop_in_an_indirect_table() {
        int table = ring.room(32);
        ring.entry(table, 0x8000, 16, Ring.NEXT, 1);
        ring.entry(table + 16, 0x8000, 16, Ring.NEXT, 0);
        indirect(table, 32, Ring.INDIRECT);
        contained();
    }

    private void indirect(long table, long bytes, int flags) {
        ring.descriptor(0, table, bytes, flags, 1);
        ring.offer(0);
        kick();
    }

    @Test
    void case_12_refuses_an_indirect_table_within_another() {
        int table = ring.room(32);
        ring.entry(table, table, 32, Ring.INDIRECT, 0);
        indirect(table, 32, Ring.INDIRECT);
        contained();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 15, 17, 40, 16 * 1025, 0xFFFF_FFF0L, 0xFFFF_FFFFL})
    void case_12_refuses_an_indirect_table_of_an_impossible_size(long bytes) {
        indirect(ring.room(64), bytes, Ring.INDIRECT);
        contained();
    }

    @Test
    void case_12_refuses_an_indirect_table_with_a_successor() {
        indirect(ring.room(64), 16, Ring.INDIRECT | Ring.NEXT);
        contained();
    }

    @Test
    void case_12_refuses_an_indirect_table_outside_of_memory() {
        indirect(BenchMemory.SIZE - 16, 32, Ring.INDIRECT);
        contained();
    }

    @Test
    void case_12_refuses_an_indirect_table_that_was_not_agreed_on() {
        driver.start(GuestDriver.VERSION_1, 1, SIZE);
        int table = driver.ring(0).room(64);
        driver.ring(0).descriptor(0, table, 16, Ring.INDIRECT, 0);
        driver.ring(0).offer(0);
        victim.feed(bench);
        driver.ring(0).kick();
        contained();
    }

    @ParameterizedTest
    @ValueSource(ints = {SIZE, 0x7FFF, 0xFFFF})
    void case_13_refuses_a_head_beyond_the_table(int head) {
        ring.offer(head);
        kick();
        contained();
    }

    @ParameterizedTest
    @ValueSource(ints = {SIZE + 1, 0x7FFF, 0xFFFF})
    void case_13_refuses_an_available_index_that_jumps(int index) {
        ring.availableIndex(index);
        kick();
        contained();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3, 7, 512, 65535, 0x8000_0000L, 0xFFFF_FFFFL})
    void case_13_does_not_make_a_queue_of_an_impossible_size_ready(long size) {
        driver.set(GuestDriver.QUEUE_READY, 0);
        driver.describe(0, size, ring.table(), ring.available(), ring.used());
        driver.set(GuestDriver.QUEUE_READY, 1);
        assertThat(driver.get(GuestDriver.QUEUE_READY)).isZero();
        contained();
    }

    @ParameterizedTest
    @CsvSource({"8, 0, 0", "0, 1, 0", "0, 0, 2", "-16, 0, 0", "0, -2, 0", "0, 0, -4"})
    void case_13_does_not_make_a_queue_ready_that_is_misaligned_or_wraps_around(long table, long avail, long used) {
        driver.set(GuestDriver.QUEUE_READY, 0);
        driver.describe(0, SIZE, table, avail, used);
        driver.set(GuestDriver.QUEUE_READY, 1);
        assertThat(driver.get(GuestDriver.QUEUE_READY)).isZero();
        contained();
    }

    /** Rings on top of each other: whatever the device makes of them, it ends, and stays within the memory. */
    @Test
    void case_14_survives_rings_that_overlap() {
        Random random = new Random(14);
        for (int i = 0; i < 2_000; i++) {
            driver.reset();
            driver.negotiate(GuestDriver.VERSION_1 | GuestDriver.INDIRECT | GuestDriver.EVENT_INDEX);
            for (int at = 0; at < 0x200; at += 2) {
                memory.number(0x8000 + at, 16, random.nextInt(4) == 0 ? random.nextInt(1 << 16) : random.nextInt(8));
            }
            long table = 0x8000 + 16 * random.nextInt(8);
            driver.describe(0, SIZE, table, table + 2 * random.nextInt(8), table + 4 * random.nextInt(8));
            driver.set(GuestDriver.QUEUE_READY, 1);
            driver.status(GuestDriver.DRIVER_OK);
            kick();
            bench.pass(100_000);
        }
        works();
    }

    @Test
    void case_15_refuses_four_gigabytes() {
        offerTo(0x8000, 0xFFFF_FFFFL);
        kick();
        contained();
    }

    @Test
    void case_15_refuses_bytes_to_read_after_bytes_to_write() {
        ring.descriptor(0, ring.room(16), 16, Ring.WRITE | Ring.NEXT, 1);
        ring.descriptor(1, ring.room(512), 512, 0, 0);
        ring.offer(0);
        kick();
        contained();
    }
}
