package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The other commands as a person meets them: what they print, and what they end with. */
class KitTests extends CommandLine {
    private static final String NOTHING = "";

    @Test
    void aRegionIsShownSideBySideOrInOneColumn() throws IOException {
        tiny();
        Shown wide = line("show -p tiny --block again --width 120 tiny/machine.yaml");
        assertThat(wide.exitCode()).isEqualTo(ExitCode.SUCCESS);
        assertThat(wide.text())
                .contains("region at 04 again\n", "entered       04 again", "variables     A, Z", "again:  (a loop; ")
                .containsPattern("10 {2}JNZ again +if !Z \\{ +\\d+ {2}")
                .contains("for the interpreter, because it tells the machine something");
        assertThat(wide.text().lines()).allMatch(each -> each.length() <= 120);
        Shown narrow = line("show -p tiny --block 4 --width 60 tiny/machine.yaml");
        assertThat(narrow.text()).containsPattern("\n {2}10 {2}JNZ again\n {4}if !Z \\{\n");
        assertThat(narrow.text().lines()).allMatch(each -> each.length() <= 60);
        assertThat(line("show -p tiny --block 0x4 --json tiny/machine.yaml").text())
                .contains("\"assembly\": \"JNZ again\"", "\"bytecode\": [");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        agian | 'agian' is no address such as 0x3000, and the program has no such label; did you mean 'again'?
        0xxyz | '0xxyz' is no address
        0x14  | the instruction there is for the interpreter, because it tells the machine something
        0xff  | because no instruction lies there
        """)
    void anAddressWithoutARegionSaysWhy(String address, String said) throws IOException {
        tiny();
        Shown shown = line("show -p tiny --block " + address + " tiny/machine.yaml");
        assertThat(shown.text()).contains(said);
        assertThat(shown.exitCode()).isEqualTo(ExitCode.MISTAKE);
    }

    @Test
    void helpIsGivenEitherWay() {
        assertThat(line("help run")).isEqualTo(line("run --help"));
        assertThat(line("help")).isEqualTo(line("--help"));
        assertThat(line("help").exitCode()).isEqualTo(ExitCode.SUCCESS);
    }

    @Test
    void aWrongSizeIsOneMistakeNotTwo() throws IOException {
        tiny("machine.yaml", "size: 256", "size: 128 MB");
        Shown shown = line("check -p tiny tiny/machine.yaml");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(shown.text()).contains("write 128 MiB").doesNotContain("K108");
    }

    @Test
    void whatAFileHoldsCommandsNoTerminal() throws IOException {
        tiny("tiny.yaml", "doc: A small", "doc: \"\\e[2J\\a\\b\" # ");
        Shown shown = line("list -p tiny");
        assertThat(shown.text()).contains("␛[2J␇␈").doesNotContain("\033", "\007", "\b");
        assertThat(line("list --color always -p tiny").text())
                .contains("\033[1m")
                .doesNotContain("\033[2J");
    }

    @Test
    void assemblesAndDisassembles() throws IOException {
        tiny();
        assertThat(line("asm -p tiny -i tiny tiny/examples/sum.asm").text()).contains("01 0a");
        assertThat(line("asm -p tiny -i tiny -o sum.bin tiny/examples/sum.asm")).isEqualTo(new Shown(0, NOTHING));
        assertThat(line("dis -p tiny -i tiny sum.bin").text()).contains("LOAD #10", "HALT");
    }

    @Test
    void aProgramSpreadOverAllAddressesIsNotWrittenRaw() throws IOException {
        tiny("tiny.yaml", "mem: { addr: 8,", "mem: { addr: 64,");
        Files.writeString(folder.resolve("wide.asm"), ".org 0xffffffffffffffff\n.byte 1\n.org 0\n.byte 1\n");
        Shown shown = line("asm -p tiny -i tiny -o wide.bin wide.asm");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(folder.resolve("wide.bin")).doesNotExist();
    }

    @Test
    void showsTheCardTheMachineAndTheParts() throws IOException {
        tiny();
        assertThat(line("card -p tiny tiny").text()).startsWith("TINY\n").contains("HALT");
        assertThat(line("show -p tiny tiny/machine.yaml").text()).contains("0x0000..0x00ff", "ram");
        assertThat(line("list -p tiny").text()).contains("Instruction sets\n  tiny  A small accumulator machine");
        assertThat(line("list part tiny -p tiny").text()).startsWith("tiny - ");
    }

    @Test
    void tracesOneObjectALine() throws IOException {
        tiny();
        Shown shown = line("trace -p tiny --json -n 2 tiny/machine.yaml");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.LIMIT);
        assertThat(shown.text().lines().filter(l -> l.startsWith("{") && l.endsWith("}")))
                .hasSize(2);
    }

    @Test
    void aTraceEndsWhenItsReaderGoes() throws IOException {
        tiny("examples/sum.asm", "LOAD  #10", "JUMP 0");
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("Broken pipe");
            }
        };
        PrintStream nobody = new PrintStream(gone, false, StandardCharsets.UTF_8);
        Surroundings surroundings = new Surroundings(
                new ByteArrayInputStream(new byte[0]), nobody, nobody, folder, false, Map.of(), noPlugins);
        assertThat(Kit.execute(surroundings, "trace", "-p", "tiny", "tiny/machine.yaml"))
                .isEqualTo(ExitCode.MISTAKE);
    }

    @Test
    void explainsCodesAndPrintsSchemas() {
        assertThat(line("explain k104").text()).startsWith("K104: no such part\n");
        assertThat(line("schema isa").text()).contains("\"title\": \"A vmkit instruction set\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        rnu machine.yaml        | Did you mean 'run'?
        run                     | Missing required parameter: 'MACHINE'
        run nix.yaml            | there is no file
        run -n -5 nix.yaml      | '-5' is no count
        run -t 5 nix.yaml       | '5' is no time; write 500 ms or 10 s
        run .                   | is a folder, not a file
        dis -i nix .            | there is no instruction set 'nix'
        check nix               | there is no file, plugin or part 'nix'
        check .                 | there is no plugin in
        test nix                | there is no plugin 'nix'
        explain K999            | there is no code K999
        asm -i nix.yaml nix.asm | there is no file
        new thing mine          | expected one of [isa, device, policy, machine]
        """)
    void aWrongCommandSaysWhatIsWrong(String command, String said) {
        Shown shown = line(command);
        assertThat(shown.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(shown.text()).contains(said).doesNotContain("fault of the kit", "\tat ");
    }
}
