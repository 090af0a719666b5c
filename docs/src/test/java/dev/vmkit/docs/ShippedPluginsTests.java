package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README tells a student to do with a plugin holds for the plugins that come with the kit. */
@DisplayName("Every plugin that comes with the kit passes its own tests:")
class ShippedPluginsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "isa-lc3",
                "isa-stack",
                "isa-riscv",
                "devices-basic",
                "devices-classic",
                "devices-riscv",
                "devices-virtio",
                "policies-classic",
                "policies-modern"
            })
    void kitTestFindsNothingWrong(String plugin) {
        Console.Shown shown = new Console(Path.of("").toAbsolutePath()).run("kit test " + plugin);
        assertThat(shown.text()).contains(" passed, 0 failed");
        assertThat(shown.exitCode()).isZero();
    }
}
