package dev.vmkit.plugins.pdp11;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.DeviceBench;
import dev.vmkit.testkit.device.DeviceTests;
import dev.vmkit.testkit.report.Case;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The devices in YAML, as their manuals tell. */
class DevicesTests {
    private static final int DONE = 0x80;
    private static final int ENABLE = 0x40;
    private static final long MS = 1_000_000;

    private final DeviceBench console = bench("kl11");

    private static DeviceBench bench(String name) {
        return DeviceBench.of(DevicesTests.class, "/" + name + ".yaml", Optional.empty(), Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kl11", "kw11-l", "lp11", "pc11", "console-switches"})
    void every_device_passes_the_tests_that_follow_from_its_definition(String device) {
        assertThat(DeviceTests.run(
                        DeviceBench.definition(getClass(), "/" + device + ".yaml"), Optional.empty(), test -> {}))
                .isNotEmpty()
                .allMatch(Case::passed);
    }

    @Test
    void a_character_takes_its_time_to_come_in() {
        console.type("ab");
        assertThat(console.read(0, 16) & DONE).isZero();
        console.pass(10 * MS);
        assertThat(console.read(0, 16)).isEqualTo(DONE);
        assertThat(console.read(2, 16)).isEqualTo('a');
        assertThat(console.read(0, 16) & DONE).isZero();
        console.pass(10 * MS);
        assertThat(console.read(2, 8)).isEqualTo('b');
    }

    @Test
    void the_keyboard_asks_for_an_interrupt_when_a_character_is_there_or_when_that_is_enabled() {
        console.write(0, 16, ENABLE);
        console.type("a");
        console.pass(10 * MS);
        assertThat(console.raised("keyboard")).isTrue();
        console.write(0, 16, 0);
        assertThat(console.raised("keyboard")).isFalse();
        console.write(0, 16, ENABLE);
        assertThat(console.raised("keyboard")).isTrue();
        console.read(2, 16);
        assertThat(console.raised("keyboard")).isFalse();
    }

    @Test
    void the_printer_prints_seven_bits_and_is_busy_meanwhile() {
        console.write(6, 8, 'H' | 0x80);
        assertThat(console.shown()).isEqualTo("H");
        assertThat(console.read(4, 16)).isZero();
        console.write(4, 16, ENABLE);
        assertThat(console.raised("printer")).isFalse();
        console.pass(MS);
        assertThat(console.read(4, 16)).isEqualTo(DONE | ENABLE);
        assertThat(console.raised("printer")).isTrue();
    }

    @Test
    void a_console_that_was_saved_goes_on() {
        console.write(6, 16, 'x');
        console.type("y");
        DeviceBench other = bench("kl11");
        other.load(console.save());
        other.pass(10 * MS);
        assertThat(other.read(4, 16)).isEqualTo(DONE);
        assertThat(other.read(2, 16)).isEqualTo('y');
    }

    @Test
    void the_clock_ticks_sixty_times_a_second_whether_anybody_listens_or_not() {
        DeviceBench clock = bench("kw11-l");
        clock.write(0, 16, 0);
        assertThat(clock.read(0, 16)).isZero();
        clock.pass(17 * MS);
        assertThat(clock.read(0, 16)).isEqualTo(DONE);
        assertThat(clock.raised("tick")).isFalse();
        clock.write(0, 16, ENABLE);
        clock.pass(17 * MS);
        assertThat(clock.read(0, 16)).isEqualTo(DONE | ENABLE);
        assertThat(clock.raised("tick")).isTrue();
    }

    @Test
    void the_line_printer_prints() {
        DeviceBench printer = bench("lp11");
        printer.write(0, 16, ENABLE);
        assertThat(printer.raised("ready")).isTrue();
        printer.write(2, 16, 'L');
        assertThat(printer.raised("ready")).isFalse();
        printer.pass(MS);
        assertThat(printer.raised("ready")).isTrue();
        assertThat(printer.shown()).isEqualTo("L");
    }

    @Test
    void the_switches_are_read_and_the_lamps_written_at_one_address() {
        DeviceBench switches =
                DeviceBench.of(getClass(), "/console-switches.yaml", Optional.empty(), Map.of("switches", "0o173030"));
        switches.write(0, 16, 5);
        assertThat(switches.read(0, 16)).isEqualTo(0173030);
    }
}
