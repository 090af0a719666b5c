package dev.vmkit.plugins.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.DeviceBench;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ConsoleTests {
    private static final int RECEIVE = 0;
    private static final int TRANSMIT = 1;

    private final DeviceBench bench = Benches.console();
    private final GuestDriver driver = new GuestDriver(bench);

    private GuestDriver started() {
        return driver.start(GuestDriver.VERSION_1, 2, 8);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void shows_what_the_driver_sends() {
        Ring transmit = started().ring(TRANSMIT);
        transmit.offer(new Request().reads(ascii("Hello, ")));
        transmit.offer(new Request().reads(ascii("wor")).reads(ascii("ld")));
        transmit.kick();
        assertThat(bench.shown()).isEqualTo("Hello, world");
        assertThat(transmit.written()).isZero();
    }

    @Test
    void fills_a_waiting_buffer_when_a_key_is_pressed() {
        Ring receive = started().ring(RECEIVE);
        Request buffer = new Request().writes(8);
        receive.send(buffer);
        assertThat(receive.usedIndex()).isZero();
        bench.type("k");
        assertThat(receive.written()).isEqualTo(1);
        assertThat(buffer.buffer(0)).startsWith('k', 0xAA);
        assertThat(bench.raised("irq")).isTrue();
    }

    @Test
    void loses_nothing_that_is_typed_before_there_are_buffers() {
        bench.type("one two ");
        Ring receive = started().ring(RECEIVE);
        bench.type("three");
        Request first = new Request().writes(4);
        Request second = new Request().writes(32);
        receive.offer(first);
        receive.offer(second);
        receive.kick();
        assertThat(first.buffer(0)).containsExactly(ascii("one "));
        assertThat(receive.written()).isEqualTo(4);
        assertThat(receive.written()).isEqualTo(9);
        assertThat(second.buffer(0)).startsWith(ascii("two three"));
        assertThat(bench.stream().unread()).isZero();
    }

    @Test
    void puts_nothing_into_buffers_of_a_driver_that_is_gone() {
        Ring receive = started().ring(RECEIVE);
        Request buffer = new Request().writes(8);
        receive.send(buffer);
        driver.set(GuestDriver.STATUS, 0);
        bench.type("k");
        assertThat(buffer.buffer(0)).containsOnly(0xAA);
        assertThat(bench.raised("irq")).isFalse();
    }

    @Test
    void says_how_large_it_is() {
        assertThat(bench.read(GuestDriver.CONFIGURATION, 16)).isEqualTo(80);
        assertThat(bench.read(GuestDriver.CONFIGURATION + 2, 16)).isEqualTo(24);
    }

    @Test
    void shows_a_character_in_an_emergency() {
        bench.write(GuestDriver.CONFIGURATION + 8, 32, '!');
        assertThat(bench.shown()).isEqualTo("!");
    }
}
