package dev.vmkit.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.tools.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lab 8: a machine that a monitor refuses, and what has to become of it. */
@DisplayName("Is it virtualizable:")
class VirtualizableTests {
    private static final Path LAB = Session.REPOSITORY.resolve("curriculum/08-is-it-virtualizable");
    private static final String SHOWN = """
        kernel: hello
        kernel: interrupts are on
        kernel: the status word is 0x0009
        kernel: my program lies at 0x4000
        program: from 1 to 100
        program: the sum is 0x13ba
        kernel: bye
        """;

    @TempDir
    private Path folder;

    private static Session.End kit(String... arguments) {
        return Session.typing("").kit(arguments);
    }

    private static String at(String name) {
        return LAB.resolve(name).toString();
    }

    private static String digest(Session.End end) {
        return end.err()
                .lines()
                .filter(line -> line.startsWith("state "))
                .map(line -> line.split(" ")[1])
                .findFirst()
                .orElseThrow(() -> new AssertionError(end.err()));
    }

    /** The solution, with another text in place of one. */
    private String variation(String text, String other) throws IOException {
        Files.copy(LAB.resolve("solution/plugin.yaml"), folder.resolve("plugin.yaml"));
        String solution = Files.readString(LAB.resolve("solution/my-popf.yaml"));
        assertThat(solution).contains(text);
        Files.writeString(folder.resolve("my-popf.yaml"), solution.replace(text, other));
        return folder.toString();
    }

    @Test
    void whatThePageShowsIsWhatHappens() throws IOException {
        Excerpts page = Excerpts.of(LAB.resolve("README.md"));
        assertThat(page.all()).hasSize(7);
        for (Excerpts.Excerpt excerpt : page.all()) {
            Session.End end = kit(excerpt.command().toArray(String[]::new));
            excerpt.requireIn(end.out() + end.err());
        }
    }

    @Test
    void theStarterIsTheMachineThatTheKitHas() throws IOException {
        Path kits = Session.REPOSITORY.resolve("plugins/isa-popf/src/main/resources/popf.yaml");
        assertThat(instructions(LAB.resolve("starter/my-popf.yaml"))).isEqualTo(instructions(kits));
    }

    @Test
    void theSolutionDiffersFromItInThreeInstructions() throws IOException {
        List<String> before = instructions(LAB.resolve("starter/my-popf.yaml"));
        List<String> after = instructions(LAB.resolve("solution/my-popf.yaml"));
        assertThat(after).hasSameSizeAs(before);
        assertThat(IntStream.range(0, before.size())
                        .filter(i -> !before.get(i).equals(after.get(i)))
                        .mapToObj(i -> after.get(i).strip().split(":")[0]))
                .containsExactly("POPF", "SMSW", "SGDT");
    }

    /** All lines but the two of the name, and but comments, which mark what the starter has instead. */
    private static List<String> instructions(Path definition) throws IOException {
        return Files.readAllLines(definition).stream()
                .filter(line -> !line.strip().startsWith("#"))
                .skip(2)
                .toList();
    }

    @Test
    void theStarterIsRefusedAndTheSolutionIsNot() {
        assertThat(kit("run", at("my-guest.yaml"), "-p", at("starter")).err()).contains("error K130", "'POPF'");
        Session.End guest = kit("run", at("my-guest.yaml"), "-p", at("solution"), "--hash");
        assertThat(guest.out().replace("only| ", "")).isEqualTo(SHOWN);
        assertThat(guest.exitCode()).as(guest.err()).isEqualTo(ExitCode.SUCCESS);
        assertThat(digest(guest)).isEqualTo(digest(kit("run", at("mine.yaml"), "-p", at("solution"), "--hash")));
    }

    @Test
    void aTranslatorRunsTheMachineAsItIs() {
        Session.End guest = kit("run", at("translated.yaml"), "--hash");
        assertThat(guest.out().replace("only| ", "")).isEqualTo(SHOWN);
        assertThat(digest(guest)).isEqualTo(digest(kit("run", at("board.yaml"), "--hash")));
    }

    @Test
    void theSolutionPassesTheTestsOfAnyInstructionSet() {
        assertThat(kit("test", at("solution")).out()).contains(" passed, 0 failed");
    }

    @Test
    void aRepairByWhichKernelsLoseAFlagIsSeen() throws IOException {
        String changed = variation(
                "do: \"kernel(); flags = pop()\"",
                "do: \"let v = pop(); let kept = flags.IF; flags = v; flags.IF = kept\"");
        assertThat(kit("analyze", "my-popf", "-p", changed, "--json").out()).contains("\"theorem-1\": true");
        assertThat(kit("run", at("mine.yaml"), "-p", changed).out()).contains("interrupts are off");
    }

    /** The program's memory ends, or begins, in the middle of a page: what is around it is not the program's. */
    @ParameterizedTest
    @ValueSource(strings = {"SIZE         = 0x0100", "PROGRAM      = 0x4100"})
    void memoryThatIsNoWholePagesIsGuardedToTheWord(String line) throws IOException {
        String name = line.split(" ")[0];
        String kernel = Files.readString(LAB.resolve("kernel.asm")).replaceFirst("(?m)^" + name + " .*$", line);
        Path bare = board(kernel);
        Session.End alone = kit("run", bare.toString(), "-p", at("solution"), "--hash");
        assertThat(alone.out()).endsWith("program: the sum is 0x13ba\nkernel: bye\n");
        Path host = Files.writeString(
                folder.resolve("host.yaml"),
                Files.readString(LAB.resolve("my-guest.yaml")).replace("mine.yaml", "bare.yaml"));
        Session.End guest = kit("run", host.toString(), "-p", at("solution"), "--hash");
        assertThat(guest.out().replace("only| ", "")).isEqualTo(alone.out());
        assertThat(digest(guest)).isEqualTo(digest(alone));
    }

    @Test
    void aProgramDoesNotReachBeyondItsMemory() throws IOException {
        String kernel = Files.readString(LAB.resolve("kernel.asm"))
                .replaceFirst("(?m)^SIZE .*$", "SIZE = 0x0100")
                .replace("MOV  SI, words - PROGRAM", "MOV  SI, 0x0100");
        Path host = Files.writeString(
                folder.resolve("host.yaml"),
                Files.readString(LAB.resolve("my-guest.yaml")).replace("mine.yaml", "bare.yaml"));
        for (String file : List.of(board(kernel).toString(), host.toString())) {
            assertThat(kit("run", file, "-p", at("solution")).out())
                    .endsWith("kernel: the program did what it may not\n");
        }
    }

    private Path board(String kernel) throws IOException {
        Files.writeString(folder.resolve("kernel.asm"), kernel);
        return Files.writeString(folder.resolve("bare.yaml"), Files.readString(LAB.resolve("mine.yaml")));
    }
}
