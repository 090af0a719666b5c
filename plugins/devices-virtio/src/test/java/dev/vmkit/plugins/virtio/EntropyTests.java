package dev.vmkit.plugins.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.DeviceBench;
import org.junit.jupiter.api.Test;

class EntropyTests {
    private static byte[] bytes(long seed, int count, int times) {
        DeviceBench bench = Benches.entropy(seed);
        Ring ring = new GuestDriver(bench).start(GuestDriver.VERSION_1, 1, 8).ring(0);
        Request last = new Request();
        for (int i = 0; i < times; i++) {
            last = new Request().writes(count);
            ring.send(last);
            assertThat(ring.written()).isEqualTo(count);
        }
        return last.buffer(0);
    }

    @Test
    void gives_the_same_numbers_for_the_same_seed_and_others_for_another() {
        assertThat(bytes(1, 64, 1)).isEqualTo(bytes(1, 64, 1)).isNotEqualTo(bytes(2, 64, 1));
    }

    @Test
    void gives_new_numbers_each_time() {
        assertThat(bytes(1, 64, 1)).isNotEqualTo(bytes(1, 64, 2));
    }

    /** SplitMix64 from seed 1234567, as published with its reference implementation. */
    @Test
    void follows_the_published_generator() {
        assertThat(java.nio.ByteBuffer.wrap(bytes(1234567, 8, 1))
                        .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                        .getLong())
                .isEqualTo(6457827717110365317L);
    }

    @Test
    void fills_a_large_buffer_in_part_and_says_how_much() {
        DeviceBench bench = Benches.entropy(1);
        Ring ring = new GuestDriver(bench).start(GuestDriver.VERSION_1, 1, 8).ring(0);
        ring.send(new Request().writes(0x8000));
        assertThat(ring.written()).isEqualTo(4096);
    }

    @Test
    void does_not_repeat_itself_for_a_driver_that_resets_it_but_for_one_that_resets_the_machine() {
        DeviceBench bench = Benches.entropy(1);
        GuestDriver driver = new GuestDriver(bench);
        Request first = new Request().writes(64);
        driver.start(GuestDriver.VERSION_1, 1, 8).ring(0).send(first);
        byte[] numbers = first.buffer(0);
        Request second = new Request().writes(64);
        driver.start(GuestDriver.VERSION_1, 1, 8).ring(0).send(second);
        assertThat(second.buffer(0)).isNotEqualTo(numbers);
        bench.reset();
        Request third = new Request().writes(64);
        driver.start(GuestDriver.VERSION_1, 1, 8).ring(0).send(third);
        assertThat(third.buffer(0)).isEqualTo(numbers);
    }
}
