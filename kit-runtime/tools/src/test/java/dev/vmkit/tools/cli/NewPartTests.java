package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parts that a person begins, changes and tests: {@code kit new}, {@code check} and {@code test}. */
class NewPartTests extends CommandLine {
    private static final String NOTHING = "";

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
        String run = kind.equals("isa") ? "Run it:   kit run -p mine mine/machine.yaml\n" : "";
        return new Shown(ExitCode.SUCCESS, files + "\nTest it:  kit test mine\n" + run);
    }

    @Test
    void whatItTellsToDoNextWorks() {
        String told = line("new isa mine --in parts/of/mine").text();
        assertThat(told.lines().map(String::strip)).contains("parts/of/mine/mine/machine.yaml");
        assertThat(told.lines().filter(line -> line.contains(" it:")))
                .hasSize(2)
                .allSatisfy(next -> assertThat(
                                line(next.replaceFirst(".* kit ", "")).exitCode())
                        .isEqualTo(ExitCode.SUCCESS));
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

    @Test
    void aMistakeIsShownWhereItStands() throws IOException {
        tiny("tiny.yaml", "A:  { width: 8 }", "A:  { widht: 8 }");
        Shown shown = line("check tiny");
        assertThat(shown.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(shown.text()).contains("is 'widht' meant to be 'width'?", "tiny.yaml:11:");
    }
}
