package dev.vmkit.plugins.devices.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.device.DeviceReader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.testkit.device.DeviceTests;
import dev.vmkit.testkit.report.Case;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DerivedTests {

    @ParameterizedTest
    @MethodSource("dev.vmkit.plugins.devices.riscv.Devices#all")
    void every_device_passes_the_tests_that_follow_from_its_definition(String name) throws IOException {
        String resource = "/" + name + ".yaml";
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(resource))) {
            SourceFile file = new SourceFile(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            DeviceDefinition definition =
                    DeviceReader.read(file, new Diagnostics()).orElseThrow();
            assertThat(DeviceTests.run(definition, Devices.model(name), test -> {}))
                    .hasSizeGreaterThan(1)
                    .allMatch(Case::passed);
        }
    }
}
