package dev.vmkit.plugins.devices.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.testkit.device.DeviceBench;
import dev.vmkit.testkit.device.DeviceTests;
import dev.vmkit.testkit.report.Case;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DerivedTests {

    @ParameterizedTest
    @MethodSource("dev.vmkit.plugins.devices.riscv.Devices#all")
    void every_device_passes_the_tests_that_follow_from_its_definition(String name) {
        DeviceDefinition definition = DeviceBench.definition(getClass(), "/" + name + ".yaml");
        assertThat(DeviceTests.run(definition, Devices.model(name), test -> {}))
                .hasSizeGreaterThan(1)
                .allMatch(Case::passed);
    }
}
