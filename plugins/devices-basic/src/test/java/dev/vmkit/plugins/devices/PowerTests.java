package dev.vmkit.plugins.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.machine.memory.AccessFault;
import dev.vmkit.testkit.device.DeviceBench;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PowerTests {
    private final DeviceBench bench = DeviceBench.of(getClass(), "/power.yaml");

    @ParameterizedTest
    @CsvSource({
        "0x5555, off 0",
        "0x15555, off 0",
        "0x3333, off 1",
        "0x23333, off 2",
        "0xFFFF3333, off 65535",
        "0x7777, reset",
        "0, ''",
        "0x1234, ''"
    })
    void does_what_the_word_says(String word, String effect) {
        bench.write(0, 32, Long.decode(word));
        assertThat(bench.power()).isEqualTo(effect);
    }

    @Test
    void takes_a_half_word_too_as_drivers_write_it() {
        bench.write(0, 16, 0x5555);
        assertThat(bench.power()).isEqualTo("off 0");
    }

    @Test
    void does_nothing_at_other_addresses_and_has_no_bytes() {
        bench.write(4, 32, 0x5555);
        assertThat(bench.power()).isEmpty();
        assertThatThrownBy(() -> bench.write(0, 8, 0x55)).isInstanceOf(AccessFault.class);
        assertThatThrownBy(() -> bench.read(0x1000, 32)).isInstanceOf(AccessFault.class);
    }
}
