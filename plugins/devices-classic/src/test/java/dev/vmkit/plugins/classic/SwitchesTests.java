package dev.vmkit.plugins.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.DeviceBench;
import org.junit.jupiter.api.Test;

class SwitchesTests {
    private final DeviceBench bench = DeviceBench.of(getClass(), "/switches.yaml");

    @Test
    void a_typed_digit_throws_a_switch_and_throws_it_back() {
        bench.type("07x");
        assertThat(bench.read(0, 8)).isEqualTo(0x81);
        bench.type("7");
        assertThat(bench.read(0, 8)).isEqualTo(1);
    }

    @Test
    void whoever_looks_sees_which_are_up() {
        bench.type("7");
        assertThat(bench.look().at(0, 0)).isEqualTo(0xE0E0E0);
        assertThat(bench.look().at(21, 0)).isEqualTo(0x303030);
    }
}
