package dev.vmkit.plugins.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.api.DeviceModel;
import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.testkit.device.DeviceBench;
import dev.vmkit.testkit.device.DeviceTests;
import dev.vmkit.testkit.report.Case;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerivedTests {
    private static final Map<String, DeviceModel> JAVA =
            Map.of("uart-16550", new Uart16550Model(), "htif", new HtifModel());

    @ParameterizedTest
    @ValueSource(strings = {"terminal", "uart-16550", "timer", "power", "htif"})
    void every_device_passes_the_tests_that_follow_from_its_definition(String name) {
        DeviceDefinition definition = DeviceBench.definition(getClass(), "/" + name + ".yaml");
        assertThat(DeviceTests.run(definition, Optional.ofNullable(JAVA.get(name)), test -> {}))
                .hasSizeGreaterThan(1)
                .allMatch(Case::passed);
    }
}
