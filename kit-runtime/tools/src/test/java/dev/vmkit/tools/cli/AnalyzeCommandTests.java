package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.language.yaml.Json;
import dev.vmkit.language.yaml.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kit analyze} says whether an instruction set can be virtualized, and shows why. */
class AnalyzeCommandTests {
    private static final String LEAKY = """
        isa: leaky
        spaces: { mem: { addr: 16, unit: 8 } }
        registers:
          a: { width: 8 }
          level: { width: 1 }
          control: { width: 8 }
          pc: { width: 16, role: pc }
        privilege: { mode: level, modes: { user: 0, kernel: 1 }, user: a }
        traps: { illegal: { code: 1 }, refused: { code: 2 } }
        instructions:
          SET: { encode: "0x01", do: "if level == 0 { raise refused(0) }; control = a" }
          GET: { encode: "0x02", do: "a = control" }
        """;

    @TempDir
    private Path folder;

    @TempDir
    private Path noPlugins;

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("leaky.yaml"), LEAKY);
        Files.writeString(folder.resolve("tight.yaml"), LEAKY.replace("do: \"a = control\"", "do: \"a = 0\""));
    }

    private Shown kit(String line) {
        return Shown.of(folder, noPlugins, line.split(" "));
    }

    @Test
    void theVerdictNamesWhatIsCriticalAndShowsAState() {
        Shown shown = kit("analyze leaky.yaml");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(shown.text())
                .contains("no   Theorem 1, trap and emulate", "critical are GET")
                .contains("GET: resource-sensitive", "in user with control = 0: a stays 0")
                .contains("SET: privileged, control-sensitive", "in user: it traps, refused")
                .contains("sufficient, not necessary");
    }

    @Test
    void whatCanBeVirtualizedEndsWell() {
        Shown shown = kit("analyze tight.yaml --brief");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.SUCCESS);
        assertThat(shown.text())
                .contains("yes  Theorem 1", "yes  Hybrid", "yes  Theorem 2")
                .doesNotContain("with control");
    }

    @Test
    void allOfItIsThereAsJson() {
        Json json = JsonReader.read(
                        new SourceFile("shown", kit("analyze leaky.yaml --json").text()), new Diagnostics())
                .orElseThrow();
        Json.Members members = (Json.Members) json;
        assertThat(members.get("theorem-1")).contains(Json.of(false));
        assertThat(members.get("critical")).contains(Json.array(Json.of("GET")));
        assertThat(members.get("emulated")).contains(Json.array(Json.of("SET")));
    }

    @Test
    void aPageIsWrittenByItsName() throws IOException {
        assertThat(kit("analyze leaky.yaml -o leaky.html").text()).isEqualTo("wrote leaky.html\n");
        assertThat(Files.readString(folder.resolve("leaky.html")))
                .startsWith("<!DOCTYPE html>")
                .contains("<title>leaky: virtualizability</title>")
                .endsWith("</html>\n");
    }

    @Test
    void modesAreChosenByName() {
        assertThat(kit("analyze leaky.yaml --kernel user").text()).contains("is not less privileged than");
        Shown shown = kit("analyze leaky.yaml --kernel kernal");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(shown.text()).contains("there is no mode 'kernal'; did you mean 'kernel'?");
    }

    @Test
    void aDefinitionWithoutModesIsNotAnalyzed() throws IOException {
        Files.writeString(folder.resolve("flat.yaml"), LEAKY.replaceAll("(?m)^privilege.*$", ""));
        Shown shown = kit("analyze flat.yaml");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(shown.text()).contains("instruction set 'leaky' has no modes: its definition has no 'privilege:'");
    }
}
