package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a person meets them: what they print, and what they end with. */
class KitTests {
    private static final String NOTHING = "";

    @TempDir
    private Path folder;

    @TempDir
    private Path noPlugins;

    private Shown kit(String... arguments) {
        return Shown.of(folder, noPlugins, arguments);
    }

    private Shown line(String line) {
        return kit(line.split(" "));
    }

    /** Starts an instruction set called {@code tiny}, with one of its files changed. */
    private void tiny(String file, String before, String after) throws IOException {
        assertThat(line("new isa tiny").exitCode()).isEqualTo(ExitCode.SUCCESS);
        Path path = folder.resolve("tiny").resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(before);
        Files.writeString(path, text.replace(before, after));
    }

    private void tiny() throws IOException {
        tiny("tiny.yaml", NOTHING, NOTHING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"isa", "device", "policy"})
    void aNewPartPassesItsTests(String kind) {
        assertThat(line("new " + kind + " mine")).isEqualTo(shownBy(kind));
        assertThat(line("check mine").text()).isEqualTo("mine: 1 part, no mistakes\n");
        assertThat(line("test mine").text()).contains("  ok   ", " passed, 0 failed\n");
    }

    private Shown shownBy(String kind) {
        String files = switch (kind) {
            case "isa" -> "  mine/examples/sum.asm\n  mine/machine.yaml\n  mine/mine.yaml\n  mine/plugin.yaml\n";
            case "device" -> "  mine/mine.yaml\n  mine/plugin.yaml\n";
            default -> "  mine/mine.yaml\n  mine/plugin.yaml\n  mine/src/Mine.java\n";
        };
        return new Shown(ExitCode.SUCCESS, files + "\nTest it:  kit test mine\n");
    }

    @Test
    void aNewMachineTellsHowToRunIt() {
        assertThat(line("new machine mine").text()).endsWith("Run it:   kit run mine/machine.yaml\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mine", "../mine", "1st", "yes", "null", "a\033[31mb"})
    void aNameThatIsUnsafeInAFileIsRefused(String name) {
        Shown shown = kit("new", "isa", name);
        assertThat(shown.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(shown.text()).contains("is no name for a part").doesNotContain("\033");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFolderThatExistsIsNotOverwritten() throws IOException {
        tiny();
        Shown again = line("new isa tiny");
        assertThat(again.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(again.text()).contains("exists already");
    }

    @Test
    void aMachineRunsToItsEnd() throws IOException {
        tiny();
        Shown shown = line("run -p tiny --stats tiny/machine.yaml");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.SUCCESS);
        assertThat(shown.text()).contains("instructions");
    }

    @Test
    void statisticsTellTheTiersApart() throws IOException {
        tiny("examples/sum.asm", "LOAD  #10", "LOAD  #100");
        Shown shown = line("run -p tiny --stats --engine translate tiny/machine.yaml");
        assertThat(shown.text()).containsPattern("interpreted +\\d+ +\\d+\\.\\d %  one after another");
        assertThat(shown.text()).containsPattern("translated +\\d+ +\\d+\\.\\d %  in regions entered");
        assertThat(shown.text()).contains("regions made", "bytes of JVM code", "page misses");
        assertThat(line("run -p tiny --stats --engine interpret tiny/machine.yaml")
                        .text())
                .contains("100.0 %  one after another")
                .doesNotContain("regions made");
    }

    @Test
    void statisticsAreThereForScripts() throws IOException {
        tiny();
        Shown shown = line("run -p tiny --stats --json --engine translate tiny/machine.yaml");
        assertThat(shown.text())
                .contains("\"engine\": {", "\"translated\": ", "\"handedOver\": ", "\"unremembered\": ");
    }

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
    void aRunIsRecordedAndRepeated() throws IOException {
        tiny();
        Shown first = line("run -p tiny --hash --record run.log tiny/machine.yaml");
        assertThat(first.exitCode()).isEqualTo(ExitCode.SUCCESS);
        assertThat(line("run -p tiny --hash --replay run.log tiny/machine.yaml"))
                .isEqualTo(first);
        Files.writeString(folder.resolve("bad.log"), "1 0 idle console 41\nx\n");
        Shown bad = line("run -p tiny --replay bad.log tiny/machine.yaml");
        assertThat(bad.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(bad.text()).contains("'bad.log' was not written by --record", "line 2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"22", "0:22", "8022:65536", "a:b", "1:2:3", ":", "8022:-1"})
    void portsThatAreNoneAreRefused(String ports) throws IOException {
        tiny();
        Shown shown = line("run -p tiny --forward " + ports + " tiny/machine.yaml");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(shown.text()).contains("'" + ports + "' is no pair of ports; write 8022:22");
    }

    @Test
    void portsLeadNowhereInAMachineWithoutANetwork() throws IOException {
        tiny();
        Shown shown = line("run -p tiny --service 80:8080 tiny/machine.yaml");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(shown.text()).contains("this machine has no network");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-n 3", "-n 0", "-t 0"})
    void aLimitEndsTheRun(String limit) throws IOException {
        tiny();
        Shown shown = line("run -p tiny " + limit + " tiny/machine.yaml");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.LIMIT);
        assertThat(shown.text()).startsWith("kit: the limit of");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "trace", "show"})
    void anotherEngineIsChosenByName(String command) throws IOException {
        tiny("machine.yaml", "isa: tiny", "isa: tiny, engine: interpret");
        Shown written = line(command + " -p tiny tiny/machine.yaml");
        assertThat(written.exitCode()).isEqualTo(ExitCode.SUCCESS);
        assertThat(line(command + " -p tiny --engine interpret tiny/machine.yaml"))
                .isEqualTo(written);
        Shown none = line(command + " -p tiny --engine interprte tiny/machine.yaml");
        assertThat(none.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(none.text())
                .contains(
                        "error K115: there is no engine 'interprte'",
                        "the command line:1:1",
                        "did you mean 'interpret'?");
    }

    @Test
    void aGuestThatGetsStuckIsAFailure() throws IOException {
        tiny("examples/sum.asm", "HALT\n", "JUMP nothing\nnothing: .byte 0\n");
        Shown shown = line("run -p tiny -n 1000 tiny/machine.yaml");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.FAILURE);
    }

    @Test
    void anExampleThatDoesNotDoWhatItSaysIsAFailure() throws IOException {
        tiny("examples/sum.asm", "A = 55", "A = 56");
        Shown shown = line("test tiny");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(shown.text()).contains("  FAIL the example examples/sum.asm", "1 failed");
    }

    @Test
    void aPolicyWithoutItsClassIsAFailureOfThePlugin() throws IOException {
        assertThat(line("new policy mine").exitCode()).isEqualTo(ExitCode.SUCCESS);
        Path source = folder.resolve("mine/src/Mine.java");
        Files.writeString(source, Files.readString(source).replace("class Mine ", "class Mine {} class Other "));
        Shown shown = line("check mine");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.PLUGIN);
        assertThat(shown.text()).contains("error K5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"return decide(cpu, now); }", "throw new AssertionError(); }", "return null; }"})
    void aPolicyThatBreaksDownFailsItsTests(String body) throws IOException {
        assertThat(line("new policy mine").exitCode()).isEqualTo(ExitCode.SUCCESS);
        Path source = folder.resolve("mine/src/Mine.java");
        String decide = "protected Decision decide(int cpu, long now) {";
        Files.writeString(
                source,
                Files.readString(source).replace(decide, decide + body + " Decision other(int cpu, long now) {"));
        Shown shown = line("test mine");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(shown.text()).contains("it threw").doesNotContain("\tat ");
    }

    @Test
    void helpIsGivenEitherWay() {
        assertThat(line("help run")).isEqualTo(line("run --help"));
        assertThat(line("help")).isEqualTo(line("--help"));
        assertThat(line("help").exitCode()).isEqualTo(ExitCode.SUCCESS);
    }

    @Test
    void aMistakeIsShownWhereItStands() throws IOException {
        tiny("tiny.yaml", "A:  { width: 8 }", "A:  { widht: 8 }");
        Shown shown = line("check tiny");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(shown.text()).contains("is 'widht' meant to be 'width'?", "tiny.yaml:11:");
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
    void aFolderIsNotTyped() throws IOException {
        tiny();
        Shown shown = line("run -p tiny -i tiny tiny/machine.yaml");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(shown.text()).contains("is a folder, not a file");
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

    @Test
    void aPartThatIsNoPluginIsToldApart() throws IOException {
        tiny("plugin.yaml", "plugin: tiny", "plugin: my-plugin");
        assertThat(line("test -p tiny tiny").exitCode()).isEqualTo(ExitCode.SUCCESS);
        Files.move(folder.resolve("tiny"), folder.resolve("elsewhere"));
        assertThat(line("test -p elsewhere tiny").text())
                .contains("there is no plugin 'tiny'; 'tiny' is a part of plugin 'my-plugin'");
    }

    @Test
    void aPluginWhoseDeclarationIsEmptyIsToldSo() throws IOException {
        tiny();
        Files.writeString(folder.resolve("tiny/plugin.yaml"), NOTHING);
        Shown shown = line("test tiny");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(shown.text()).contains("the file says nothing");
    }
}
