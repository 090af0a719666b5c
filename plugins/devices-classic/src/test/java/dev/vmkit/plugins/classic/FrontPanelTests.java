package dev.vmkit.plugins.classic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.DeviceBench;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FrontPanelTests {
    private static final int LIT = 0xFF8030;

    private static DeviceBench panel(Map<String, String> settings) {
        return DeviceBench.of(FrontPanelTests.class, "/front-panel.yaml", Optional.empty(), settings);
    }

    @Test
    void switches_stand_as_the_machine_file_says_until_somebody_throws_them() {
        DeviceBench panel = panel(Map.of("switches", "0o24"));
        assertThat(panel.read(0, 16)).isEqualTo(0x14);
        panel.type("2f0?");
        assertThat(panel.read(0, 16)).isEqualTo(0x8011);
        assertThat(panel.read(1, 8)).isEqualTo(0x80);
        panel.type(" a");
        assertThat(panel.read(0, 16)).isEqualTo(0x400);
    }

    @Test
    void lamps_are_written_at_the_same_address_and_each_change_is_a_line() {
        DeviceBench panel = panel(Map.of());
        panel.write(0, 16, 0x8005);
        panel.write(0, 16, 0x8005);
        panel.write(0, 8, 0xFF);
        assertThat(panel.read(0, 16)).isZero();
        assertThat(panel.shown()).isEqualTo("* ... ... ... ... *.*\n* ... ... .** *** ***\n");
    }

    @Test
    void lamps_stand_in_groups_of_four_for_hexadecimal_digits() {
        DeviceBench panel = panel(Map.of("group", "4"));
        panel.write(0, 16, 0x1234);
        assertThat(panel.shown()).isEqualTo("...* ..*. ..** .*..\n");
    }

    @Test
    void whoever_looks_sees_lamps_above_switches_the_highest_on_the_left() {
        DeviceBench panel = panel(Map.of());
        panel.write(0, 16, 0x8001);
        panel.type("0");
        assertThat(panel.look().at(2, 2)).isEqualTo(LIT);
        assertThat(panel.look().at(7, 2)).as("the first of the next digit").isEqualTo(0x1F1006);
        assertThat(panel.look().at(67, 2)).isEqualTo(LIT);
        assertThat(panel.look().at(67, 6)).as("up").isEqualTo(0xE8E0D8);
        assertThat(panel.look().at(2, 8)).as("down, and of another digit").isEqualTo(0xB08090);
        assertThat(panel.look().at(67, 8)).isEqualTo(0x181418);
    }
}
