package dev.vmkit.plugins.devices.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.device.DeviceBench;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SifiveTestTests {

    @ParameterizedTest
    @CsvSource({
        "0x5555, 32, off 0",
        "0x73333, 32, off 7",
        "0x3333, 32, off 1",
        "0x3333, 16, off 1",
        "0x7777, 32, reset",
        "0x5555, 16, off 0",
        "0x1234, 32, ''"
    })
    void ends_or_restarts_the_machine(String value, int width, String power) {
        DeviceBench bench = Devices.bench("sifive-test");
        bench.write(0, width, Long.decode(value));
        assertThat(bench.power()).isEqualTo(power);
        assertThat(bench.read(0, width)).isZero();
    }
}
