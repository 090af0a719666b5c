package dev.vmkit.tools.starter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.device.DeviceDefinition;
import dev.vmkit.language.device.DeviceReader;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.testkit.device.DeviceTests;
import dev.vmkit.testkit.report.Case;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StarterDeviceTests {

    @Test
    void theStarterDevicePassesItsOwnTestsUntouched(@TempDir Path folder) throws IOException {
        Path plugin = folder.resolve("my-watch");
        assertThat(Starter.DEVICE.write(plugin, "my-watch")).containsExactly("my-watch.yaml", "plugin.yaml");
        Diagnostics diagnostics = new Diagnostics();
        SourceFile file = new SourceFile("my-watch.yaml", Files.readString(plugin.resolve("my-watch.yaml")));
        DeviceDefinition definition = DeviceReader.read(file, diagnostics).orElseThrow();
        assertThat(diagnostics.list()).isEmpty();
        assertThat(DeviceTests.run(definition, Optional.empty(), test -> {}))
                .hasSize(4)
                .allMatch(Case::passed);
    }
}
