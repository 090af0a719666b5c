package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README tells a student to do with a plugin holds for the plugins that come with the kit. */
@DisplayName("Every plugin that comes with the kit passes its own tests:")
class ShippedPluginsTests {

    /** A share of what follows from definitions where all of it takes minutes; that of the PDP-11 takes them with any share. */
    @ParameterizedTest
    @CsvSource({
        "isa-6502, 50",
        "isa-z80, 200",
        "isa-chip8, 50",
        "isa-hack, 50",
        "isa-pcode, 50",
        "isa-s360, 400",
        "devices-classic, 1"
    })
    void kitTestFindsNothingWrongInAShare(String plugin, int share) {
        passes("kit test --share " + share + " " + plugin);
    }

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
        passes("kit test " + plugin);
    }

    private static void passes(String command) {
        Console.Shown shown = new Console(Path.of("").toAbsolutePath()).run(command);
        assertThat(shown.text()).contains(" passed, 0 failed");
        assertThat(shown.exitCode()).isZero();
    }
}
