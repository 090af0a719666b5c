package dev.vmkit.plugins.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.DeviceBench;
import dev.vmkit.testkit.device.DeviceTests;
import dev.vmkit.testkit.report.Case;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeypadTests {
    private static final long MS = 1_000_000;

    private final DeviceBench bench = DeviceBench.of(getClass(), "/keypad.yaml");

    private long keys() {
        return bench.read(0, 16);
    }

    @Test
    void holds_a_typed_key_for_a_while() {
        bench.type("q");
        assertThat(keys()).isEqualTo(1 << 4);
        assertThat(bench.raised("irq")).isTrue();
        bench.pass(149 * MS);
        assertThat(keys()).isEqualTo(1 << 4);
        bench.pass(MS);
        assertThat(keys()).isZero();
        assertThat(bench.raised("irq")).isFalse();
    }

    @Test
    void holds_it_for_a_shorter_while_if_another_is_typed_meanwhile() {
        bench.type("qv");
        bench.pass(49 * MS);
        assertThat(keys()).isEqualTo(1 << 4);
        bench.pass(MS);
        assertThat(keys()).isEqualTo(1 << 15);
    }

    @Test
    void takes_what_is_no_key_for_a_pause() {
        bench.type("1 1");
        bench.pass(50 * MS);
        assertThat(keys()).isZero();
        bench.pass(50 * MS);
        assertThat(keys()).isEqualTo(1 << 1);
    }

    @Test
    void a_key_that_is_typed_again_stays_down() {
        bench.type("x");
        bench.pass(120 * MS);
        bench.type("x");
        bench.pass(100 * MS);
        assertThat(keys()).isEqualTo(1);
    }

    @Test
    void has_digits_as_they_are_written_if_wanted() {
        DeviceBench digits = DeviceBench.of(getClass(), "/keypad.yaml", Optional.empty(), Map.of("digits", "true"));
        digits.type("e");
        assertThat(digits.read(0, 16)).isEqualTo(1 << 14);
    }

    @Test
    void passes_the_tests_that_follow_from_its_definition() {
        assertThat(DeviceTests.run(DeviceBench.definition(getClass(), "/keypad.yaml"), Optional.empty(), test -> {}))
                .hasSizeGreaterThan(1)
                .allMatch(Case::passed);
    }
}
