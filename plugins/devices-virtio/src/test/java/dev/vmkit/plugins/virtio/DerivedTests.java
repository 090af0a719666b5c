package dev.vmkit.plugins.virtio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.testkit.device.DeviceBench;
import dev.vmkit.testkit.device.DeviceTests;
import dev.vmkit.testkit.report.Case;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerivedTests {
    @ParameterizedTest
    @ValueSource(strings = {"virtio-block", "virtio-console", "virtio-entropy", "virtio-net"})
    void every_device_passes_the_tests_that_follow_from_its_definition(String name) {
        DeviceDefinition definition = DeviceBench.definition(getClass(), "/" + name + ".yaml");
        assertThat(DeviceTests.run(definition, Optional.ofNullable(Benches.MODELS.get(name)), test -> {}))
                .hasSizeGreaterThan(1)
                .allMatch(Case::passed);
    }
}
