package dev.vmkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.assembly.assemble.Engines;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code kit bench} runs whole kits, with the plugins that came with this one, and demands equal results. */
class BenchTests {
    @TempDir
    private Path folder;

    private Console.Shown kit(String line) {
        return new Console(folder).run("kit " + line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mix-sv39", "syscalls", "mos6502-crc", "student"})
    void allEnginesComeToTheSameResult(String kernel) {
        Console.Shown shown = kit("bench " + kernel + " --short --runs 1 --against none --json times.json --engine "
                + String.join(",", Engines.names()));
        assertThat(shown.text()).contains(kernel + ", run 1: ", "1 run\n");
        assertThat(shown.exitCode()).isZero();
        assertThat(folder.resolve("times.json")).content().contains("\"kernel\": \"" + kernel + "\"");
    }

    @Test
    void theCommandsOfAKernelWorkByThemselves() {
        Console.Shown shown = kit("bench mix --short --against none --prepare here");
        String command = shown.text().strip();
        assertThat(command).contains("dev.vmkit.tools.cli.Kit run --engine");
        assertThat(kit("run here/mix/machine.yaml").text()).isEqualTo("mix 69fa39842431a4a9\n");
    }

    @Test
    void whatThereIsNotIsRefused() {
        assertThat(kit("bench mxi").text()).contains("no kernel and no group 'mxi'; did you mean 'mix'?");
        assertThat(kit("bench mix --engine fast").text()).contains("there is no engine 'fast'");
        assertThat(kit("bench mix --against qemu").text()).contains("qemu-system-riscv64 is not installed");
        assertThat(kit("bench boot --image nowhere").text()).contains("'boot' needs an image");
        assertThat(kit("bench mix --runs 0").exitCode()).isEqualTo(2);
    }
}
