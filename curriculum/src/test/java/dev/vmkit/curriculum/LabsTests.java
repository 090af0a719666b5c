package dev.vmkit.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.tools.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the machines of the labs print, and how they end. */
@DisplayName("The labs:")
class LabsTests {
    private static final String HELLO = "curriculum/00-hello-machine/machine.yaml";
    private static final String COMPILER = "curriculum/01-real-compiler/machine.yaml";
    private static final String PROGRAM = "curriculum/01-real-compiler/program.elf";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"Ada\n", "Ada\r", "Ada\r\n"})
    void theLc3AnswersWhicheverKeyEndsTheLine(String typed) {
        assertThat(Session.typing(typed).kit("run", HELLO))
                .isEqualTo(new Session.End(ExitCode.SUCCESS, greeting("Ada", "Ada"), ""));
    }

    @Test
    void ofALongNameTheLc3KeepsFortyCharacters() {
        String typed = "x".repeat(100);
        assertThat(Session.typing(typed + "\n").kit("run", HELLO).out()).isEqualTo(greeting(typed, "x".repeat(40)));
    }

    private static String greeting(String echoed, String kept) {
        return "Hello from the LC-3! What is your name? " + echoed + "\nNice to meet you, " + kept
                + ". This machine was made of thirteen lines of YAML.\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ad"})
    void inputThatEndsTooEarlyIsSaidSo(String typed) {
        Session.End end = Session.typing(typed).kit("run", HELLO);
        assertThat(end.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(end.err()).contains("the guest asks for more input, but the input has ended");
    }

    @Test
    void aDialogueAnswersTheQuestion() throws IOException {
        Path file = Files.writeString(folder.resolve("d.yaml"), "dialogue: [ { see: 'name? ', enter: Ada } ]\n");
        assertThat(Session.typing("").kit("run", HELLO, "--dialogue", file.toString()))
                .isEqualTo(new Session.End(ExitCode.SUCCESS, greeting("Ada", "Ada"), ""));
    }

    @Test
    void aDialogueThatTheGuestDoesNotFollowFails() throws IOException {
        Path file = Files.writeString(folder.resolve("d.yaml"), """
            dialogue:
              - { see: "name? ", enter: Ada }
              - { see: "and your age? ", enter: 36 }
            """);
        Session.End end = Session.typing("").kit("run", HELLO, "--dialogue", file.toString());
        assertThat(end.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(end.err()).isEqualTo("kit: the guest never showed 'and your age? '\n");
    }

    @Test
    void aDialogueIsCheckedLikeEveryFile() throws IOException {
        Path file = Files.writeString(folder.resolve("d.yaml"), "dialogue: [ { sea: x, enter: [] } ]\n");
        Session.End end = Session.typing("").kit("run", HELLO, "--dialogue", file.toString());
        assertThat(end.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(end.err()).contains("error K014", "did you mean 'see'?", "error K015");
    }

    @Test
    void theCompiledProgramSortsAndComputesTheDigestThatJavaComputes() throws NoSuchAlgorithmException {
        byte[] block = new byte[65536];
        for (int i = 0; i < block.length; i++) {
            block[i] = (byte) i;
        }
        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(block));
        assertThat(Session.typing("").kit("run", COMPILER))
                .isEqualTo(new Session.End(ExitCode.SUCCESS, """
                    Hello from C on a machine made of YAML.
                    sorted 10000 numbers, 0 out of order; smallest 294423, largest 4294473059
                    sha256 %s
                    """.formatted(digest), ""));
    }

    @ParameterizedTest
    @CsvSource({HELLO + ",Ada", COMPILER + ",''"})
    void equalRunsEndInEqualStates(String machine, String name) {
        Session.End first = Session.typing(name + "\n").kit("run", machine, "--json", "--hash");
        Session.End second = Session.typing(name + "\n").kit("run", machine, "--json", "--hash");
        assertThat(first.out()).contains("\"state\"", "\"instructions\"").isEqualTo(second.out());
    }

    @Test
    void anotherNameEndsInAnotherState() {
        assertThat(Session.typing("Ada\n").kit("run", HELLO, "--hash").err())
                .isNotEqualTo(
                        Session.typing("Bob\n").kit("run", HELLO, "--hash").err());
    }

    @Test
    void aProgramForAnotherMachineIsRefused() {
        Session.End end = Session.typing("").kit("run", HELLO, PROGRAM);
        assertThat(end.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(end.err()).contains("error K603", "RISC-V 64-bit", " --> the command line:1:1");
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 63, 1000})
    void aProgramThatIsCutOffIsRefused(int length) throws IOException {
        byte[] whole = Files.readAllBytes(Session.REPOSITORY.resolve(PROGRAM));
        Path cut = Files.write(folder.resolve("cut.elf"), Arrays.copyOf(whole, length));
        Session.End end = Session.typing("").kit("run", COMPILER, cut.toString());
        assertThat(end.exitCode()).isEqualTo(ExitCode.MISTAKE);
        assertThat(end.err()).contains("error K601", "cut.elf", " --> the command line:1:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {HELLO, COMPILER})
    void aLimitEndsARun(String machine) {
        Session.End end = Session.typing("Ada\n").kit("run", machine, "--instructions", "1000");
        assertThat(end.exitCode()).isEqualTo(ExitCode.LIMIT);
        assertThat(end.err()).contains("the limit of instructions was reached");
    }
}
