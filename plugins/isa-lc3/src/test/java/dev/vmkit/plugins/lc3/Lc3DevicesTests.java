package dev.vmkit.plugins.lc3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.DeviceBench;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The devices of Patt and Patel's table A.3. */
class Lc3DevicesTests {
    private static final int READY = 0x8000;
    private static final int ENABLE = 0x4000;

    private final DeviceBench keyboard = DeviceBench.of(getClass(), "/lc3-keyboard.yaml");
    private final DeviceBench display = DeviceBench.of(getClass(), "/lc3-display.yaml");
    private final DeviceBench control = DeviceBench.of(getClass(), "/lc3-control.yaml");

    @Test
    void the_keyboard_holds_a_key_until_its_data_register_is_read() {
        assertThat(keyboard.read(0, 16)).isZero();
        keyboard.type("ab");
        assertThat(keyboard.read(0, 16)).isEqualTo(READY);
        assertThat(keyboard.read(2, 16)).isEqualTo('a');
        assertThat(keyboard.read(0, 16)).isEqualTo(READY);
        assertThat(keyboard.read(2, 16)).isEqualTo('b');
        assertThat(keyboard.read(0, 16)).isZero();
        assertThat(keyboard.read(2, 16)).isEqualTo('b');
    }

    @Test
    void the_keyboard_finds_a_key_when_it_is_polled() {
        keyboard.stream().lieReady('k');
        assertThat(keyboard.read(0, 16)).isEqualTo(READY);
        assertThat(keyboard.read(2, 16)).isEqualTo('k');
    }

    @Test
    void the_keyboard_interrupts_while_a_key_waits_and_that_is_enabled() {
        keyboard.type("k");
        assertThat(keyboard.raised("irq")).isFalse();
        keyboard.write(0, 16, ENABLE);
        assertThat(keyboard.raised("irq")).isTrue();
        keyboard.read(2, 16);
        assertThat(keyboard.raised("irq")).isFalse();
    }

    @Test
    void a_program_cannot_write_the_ready_bits() {
        keyboard.write(0, 16, 0xFFFF);
        assertThat(keyboard.read(0, 16)).isEqualTo(ENABLE);
        display.write(0, 16, 0);
        assertThat(display.read(0, 16)).isEqualTo(READY);
    }

    @Test
    void the_display_shows_the_low_byte() {
        display.write(2, 16, 0x1248);
        display.write(2, 16, 'i');
        assertThat(display.shown()).isEqualTo("Hi");
        assertThat(display.read(0, 16)).isEqualTo(READY);
    }

    @Test
    void a_slow_display_is_not_ready_until_the_character_has_appeared() {
        DeviceBench slow = DeviceBench.of(getClass(), "/lc3-display.yaml", Optional.empty(), Map.of("delay", "2 us"));
        slow.write(0, 16, ENABLE);
        slow.write(2, 16, 'x');
        assertThat(slow.read(0, 16)).isEqualTo(ENABLE);
        assertThat(slow.raised("irq")).isFalse();
        slow.pass(2_000);
        assertThat(slow.read(0, 16)).isEqualTo(READY | ENABLE);
        assertThat(slow.raised("irq")).isTrue();
    }

    @Test
    void clearing_the_top_bit_of_the_machine_control_register_stops_the_machine() {
        assertThat(control.read(0, 16)).isEqualTo(0x8000);
        control.write(0, 16, 0xFFFF);
        assertThat(control.power()).isEmpty();
        control.write(0, 16, 0x7FFF);
        assertThat(control.power()).isEqualTo("off 0");
    }
}
