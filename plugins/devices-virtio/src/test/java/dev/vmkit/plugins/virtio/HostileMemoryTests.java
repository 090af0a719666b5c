package dev.vmkit.plugins.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.memory.Ram;
import dev.vmkit.testkit.device.BenchMemory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cases 6 to 10: where device and driver exchange bytes. */
@ParameterizedClass
@EnumSource
class HostileMemoryTests extends HostileDriver {
    HostileMemoryTests(Victim victim) {
        super(victim);
    }

    /** The device does what was offered so far, and changes nothing but its status. */
    private void refused() {
        long status = driver.status();
        byte[] before = memory.ram().bytes().clone();
        kick();
        assertThat(driver.status()).isEqualTo(status | GuestDriver.NEEDS_RESET);
        assertThat(memory.ram().bytes()).isEqualTo(before);
        assertThat(rom()).containsOnly(0);
    }

    private byte[] rom() {
        byte[] page = new byte[Ram.PAGE_BYTES];
        assertThat(memory.read(BenchMemory.ROM, page, 0, page.length)).isTrue();
        return page;
    }

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
        offerTo(address, Victim.ROOM);
        refused();
        works();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, GuestDriver.QUEUE_NOTIFY, GuestDriver.STATUS, GuestDriver.CONFIGURATION})
    void case_7_does_not_write_its_own_registers(int register) {
        offerTo(BenchMemory.DEVICE + register, Victim.ROOM);
        refused();
        works();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, GuestDriver.QUEUE_NOTIFY, GuestDriver.STATUS, GuestDriver.CONFIGURATION})
    void case_7_takes_no_descriptors_from_its_own_registers(int register) {
        driver.set(GuestDriver.QUEUE_READY, 0);
        driver.describe(0, SIZE, BenchMemory.DEVICE + register, ring.available(), ring.used());
        driver.set(GuestDriver.QUEUE_READY, 1);
        ring.offer(0);
        refused();
        contained();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, GuestDriver.QUEUE_NOTIFY, GuestDriver.STATUS, GuestDriver.CONFIGURATION})
    void case_7_takes_no_indirect_table_from_its_own_registers(int register) {
        ring.descriptor(0, BenchMemory.DEVICE + register, 32, Ring.INDIRECT, 0);
        ring.offer(0);
        refused();
        contained();
    }

    @ParameterizedTest
    @ValueSource(longs = {BenchMemory.ROM, BenchMemory.DEVICE, 0x3000_0000L})
    void case_8_does_not_write_rom_other_devices_or_what_it_was_not_granted(long address) {
        offerTo(address, Victim.ROOM);
        refused();
        works();
    }

    @ParameterizedTest
    @ValueSource(longs = {BenchMemory.ROM, 0x3000_0000L, BenchMemory.SIZE, BenchMemory.DEVICE})
    void case_8_rings_in_rom_or_nowhere_are_contained(long at) {
        driver.reset();
        driver.negotiate(GuestDriver.VERSION_1);
        driver.describe(0, SIZE, at, at, at);
        driver.set(GuestDriver.QUEUE_READY, 1);
        driver.status(GuestDriver.DRIVER_OK);
        byte[] before = memory.ram().bytes().clone();
        kick();
        assertThat(memory.ram().bytes()).isEqualTo(before);
        assertThat(rom()).containsOnly(0);
        assertThat(store.notes).isEmpty();
        works();
    }

    @Test
    void case_10_does_not_touch_memory_after_a_reset_or_of_a_queue_that_was_disabled() {
        ring.offer(victim.request());
        driver.set(GuestDriver.QUEUE_READY, 0);
        byte[] before = memory.ram().bytes().clone();
        kick();
        driver.set(GuestDriver.STATUS, 0);
        kick();
        bench.pass(1_000_000);
        assertThat(memory.ram().bytes()).isEqualTo(before);
        assertThat(store.notes).isEmpty();
        works();
    }
}
