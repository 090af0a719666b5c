package dev.vmkit.plugins.virtio;

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
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DerivedTests {
    @ParameterizedTest
    @ValueSource(strings = {"virtio-block", "virtio-console", "virtio-entropy", "virtio-net"})
    void every_device_passes_the_tests_that_follow_from_its_definition(String name) throws IOException {
        String resource = "/" + name + ".yaml";
        try (InputStream in = Objects.requireNonNull(getClass().getResourceAsStream(resource))) {
            SourceFile file = new SourceFile(resource, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            DeviceDefinition definition =
                    DeviceReader.read(file, new Diagnostics()).orElseThrow();
            assertThat(DeviceTests.run(definition, Optional.ofNullable(Benches.MODELS.get(name)), test -> {}))
                    .hasSizeGreaterThan(1)
                    .allMatch(Case::passed);
        }
    }
}
