package dev.vmkit.plugins.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.DeviceBench;
import dev.vmkit.testkit.device.DeviceTests;
import dev.vmkit.testkit.report.Case;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The chips by which terminals were connected, and the lights. */
class TerminalChipsTests {
    private static final long MS = 1_000_000;

    private static DeviceBench bench(String device, Map<String, String> parameters) {
        return DeviceBench.of(TerminalChipsTests.class, "/" + device + ".yaml", Optional.empty(), parameters);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pia-6821", "acia-6850", "acia-6551", "leds", "seven-segment"})
    void every_one_passes_the_tests_that_follow_from_its_definition(String name) {
        assertThat(DeviceTests.run(
                        DeviceBench.definition(getClass(), "/" + name + ".yaml"), Optional.empty(), test -> {}))
                .hasSizeGreaterThan(1)
                .allMatch(Case::passed);
    }

    private static DeviceBench pia() {
        DeviceBench pia = bench("pia-6821", Map.of());
        pia.write(2, 8, 0x7F); // the direction of port B
        pia.write(1, 8, 0xA7);
        pia.write(3, 8, 0xA7);
        return pia;
    }

    @Test
    void the_keyboard_of_a_6821_shows_a_key_until_it_is_read() {
        DeviceBench pia = pia();
        assertThat(pia.read(1, 8)).isEqualTo(0x27);
        pia.type("a\n");
        assertThat(pia.read(1, 8)).as("a key was struck").isEqualTo(0xA7);
        assertThat(pia.read(0, 8)).as("a capital, bit 7 set").isEqualTo(0xC1);
        assertThat(pia.read(1, 8)).as("the next key").isEqualTo(0xA7);
        assertThat(pia.read(0, 8)).as("return").isEqualTo(0x8D);
        assertThat(pia.read(1, 8)).isEqualTo(0x27);
        assertThat(pia.read(0, 8)).as("the last one stays there").isEqualTo(0x8D);
    }

    @Test
    void the_display_of_a_6821_shows_sixty_characters_a_second_and_loses_what_comes_faster() {
        DeviceBench pia = pia();
        pia.write(2, 8, 'h');
        assertThat(pia.read(2, 8)).as("busy").isEqualTo(0x80 | 'h');
        pia.write(2, 8, 'x');
        pia.pass(17 * MS);
        assertThat(pia.read(2, 8) & 0x80).isZero();
        pia.write(2, 8, 0x80 | 0x0D);
        pia.pass(17 * MS);
        pia.write(2, 8, 'I');
        assertThat(pia.shown()).isEqualTo("H\nI");
    }

    @Test
    void the_ports_of_a_6821_have_directions_where_control_says_so() {
        DeviceBench pia = bench("pia-6821", Map.of());
        pia.write(0, 8, 0x0F);
        assertThat(pia.read(0, 8)).isEqualTo(0x0F);
        pia.write(1, 8, 0x04);
        pia.write(0, 8, 0xAA);
        pia.type("A");
        assertThat(pia.read(0, 8))
                .as("four bits of the key, four of what was written")
                .isEqualTo(0xCA);
    }

    @Test
    void a_6821_interrupts_if_its_control_register_lets_a_flag_do_so() {
        DeviceBench pia = pia();
        pia.type("A");
        assertThat(pia.raised("irq")).isTrue();
        pia.read(0, 8);
        assertThat(pia.raised("irq")).isFalse();
        pia.write(1, 8, 0xA6);
        pia.type("B");
        assertThat(pia.raised("irq")).isFalse();
    }

    @Test
    void a_6850_does_nothing_before_it_is_set_up_and_then_sends_and_receives() {
        DeviceBench acia = bench("acia-6850", Map.of("character", "1 ms"));
        acia.write(1, 8, 'x');
        acia.type("a");
        assertThat(acia.read(0, 8)).as("held in reset").isZero();
        acia.write(0, 8, 0x95); // by 16, eight bits, interrupts from arrivals
        assertThat(acia.read(0, 8)).as("IRQ, TDRE, RDRF").isEqualTo(0x83);
        assertThat(acia.raised("irq")).isTrue();
        assertThat(acia.read(1, 8)).isEqualTo('a');
        assertThat(acia.raised("irq")).isFalse();
        acia.write(1, 8, 'h');
        assertThat(acia.read(0, 8)).as("being sent").isZero();
        acia.write(1, 8, 'l');
        acia.pass(MS);
        acia.write(1, 8, 'i');
        assertThat(acia.shown()).isEqualTo("hi");
        acia.write(0, 8, 0x35);
        acia.pass(MS);
        assertThat(acia.raised("irq")).as("the end of sending").isTrue();
    }

    @Test
    void a_6551_takes_the_time_of_its_baud_rate() {
        DeviceBench acia = bench("acia-6551", Map.of());
        acia.write(3, 8, 0x1E); // 9600 baud
        acia.write(2, 8, 0x0B); // no interrupts
        acia.write(0, 8, 'h');
        assertThat(acia.read(1, 8)).as("being sent").isZero();
        acia.pass(1_041_670);
        assertThat(acia.read(1, 8)).isEqualTo(0x10);
        acia.write(3, 8, 0x10);
        acia.write(0, 8, 'i');
        assertThat(acia.read(1, 8)).as("no time at all").isEqualTo(0x10);
        assertThat(acia.shown()).isEqualTo("hi");
    }

    @Test
    void a_6551_interrupts_until_its_status_is_read() {
        DeviceBench acia = bench("acia-6551", Map.of());
        acia.type("ab");
        assertThat(acia.read(1, 8)).as("not let in yet").isEqualTo(0x10);
        acia.write(2, 8, 0x09);
        assertThat(acia.read(1, 8)).as("IRQ, TDRE, RDRF").isEqualTo(0x98);
        assertThat(acia.raised("irq")).isFalse();
        assertThat(acia.read(1, 8)).isEqualTo(0x18);
        assertThat(acia.read(0, 8)).isEqualTo('a');
        assertThat(acia.read(1, 8)).as("the next").isEqualTo(0x98);
        acia.write(1, 8, 0);
        assertThat(acia.read(2, 8)).as("reset by program").isZero();
    }

    @Test
    void a_6551_echoes_what_comes_if_it_is_told_to() {
        DeviceBench acia = bench("acia-6551", Map.of());
        acia.write(2, 8, 0x13);
        acia.type("a");
        assertThat(acia.read(0, 8)).isEqualTo('a');
        assertThat(acia.shown()).isEqualTo("a");
    }
}
