package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instruction set whose plugin has Java methods for what YAML cannot say; the kit compiles what lies under src/. */
class JavaInstructionSetTests {
    private static final String DEFINITION = """
        isa: dice
        doc: An instruction set that throws dice.
        spaces: { mem: { addr: 16, unit: 8 } }
        registers: { a: { width: 8 }, pc: { width: 16, role: pc } }
        externs:
          b8 roll(b8 sides): {}
        instructions:
          HALT: { encode: "0x00", do: "halt()", doc: The end. }
          ROLL: { encode: "0x01", do: "a = roll(a)", doc: A throw. }
        """;
    /** It remembers: whoever is asked again in one run says another number. */
    private static final String JAVA = """
        import dev.vmkit.api.IsaFunctions;
        import org.pf4j.Extension;

        @Extension
        public class Dice implements IsaFunctions {
            private long thrown;

            public long roll(long sides) {
                return sides + 3 + thrown++;
            }
        }
        """;

    private static final String SUITE = """
        kit: 1
        suite: dice
        part: { isa: dice, java: true }
        reference: mine
        files: [board.yaml, twice.asm]
        checks:
          a throw adds three:
            points: 1
            given: { a: 2 }
            run: ROLL
            expect: { a: 5 }
          what was thrown before is forgotten:
            points: 1
            given: { a: 2 }
            run: ROLL
            expect: { a: 5 }
          throws agree:
            points: 2
            property: { instruction: [ROLL], cases: 20 }
          a board throws twice:
            points: 1
            board: board.yaml
            expect: { a: 7 }
        """;

    @TempDir
    private Path folder;

    private String text = "";

    private int kit(String... arguments) {
        Shown shown = Shown.of(folder, folder.resolve("none"), arguments);
        text = shown.text();
        return shown.exitCode();
    }

    @BeforeEach
    void aPlugin() throws IOException {
        plugin("mine", JAVA);
        Files.writeString(folder.resolve("suite.yaml"), SUITE);
        Files.writeString(folder.resolve("twice.asm"), "  .org 0\n  ROLL\n  ROLL\n  HALT\n");
        Files.writeString(folder.resolve("board.yaml"), """
            kit: 1
            machine: board
            cpu: { isa: dice }
            memory: { ram: { from: 0, to: 255 } }
            load: twice.asm
            """);
    }

    private void plugin(String name, String java) throws IOException {
        Path place = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(place.resolve("src"));
        Files.createDirectories(place.resolve("examples"));
        Files.writeString(
                place.resolve("plugin.yaml"),
                "plugin: isa-dice\nversion: 1.0.0\nrequires: \">=0.1.0 & <2.0.0\"\nprovides: [ { isa: dice.yaml } ]\n");
        Files.writeString(place.resolve("dice.yaml"), DEFINITION);
        Files.writeString(place.resolve("src/Dice.java"), java);
        Files.writeString(place.resolve("examples/twice.asm"), "  .org 0\n  ROLL\n  ROLL ; expect: a = 7\n  HALT\n");
    }

    @Test
    void runs_with_its_methods() {
        assertThat(kit("run", "board.yaml", "-p", "mine", "--registers"))
                .as(() -> text)
                .isEqualTo(ExitCode.SUCCESS);
        assertThat(text).contains("a = 0x7");
    }

    @Test
    void is_tested_with_its_methods() {
        kit("test", "mine");
        assertThat(text).contains("ok   the example examples/twice.asm does what it says");
    }

    @Test
    void is_graded_with_its_methods() {
        assertThat(kit("grade", "suite.yaml", "mine")).as(() -> text).isEqualTo(ExitCode.SUCCESS);
        assertThat(text).contains("5 of 5 points");
    }

    @Test
    void loses_points_for_methods_that_are_wrong() throws IOException {
        plugin("theirs", JAVA.replace("+ 3", "+ 4"));
        assertThat(kit("grade", "suite.yaml", "theirs")).as(() -> text).isEqualTo(ExitCode.FAILURE);
        assertThat(text).contains("0 of 5 points", "a should be 5, and is 6");
    }
}
