package dev.vmkit.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.tools.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lab 10: tables that follow a guest's, when it says so or when it writes, and what each costs. */
@DisplayName("Shadow paging:")
class ShadowLabTests {
    private static final Path LAB = Session.REPOSITORY.resolve("curriculum/10-shadow-paging");

    /** By seed, the state in which a machine of its own is after the solution's edits. */
    private static final Map<Integer, String> ALONE = new ConcurrentHashMap<>();

    @TempDir
    private Path folder;

    private static Session.End kit(String command, Path file, String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of(command, file.toString()));
        arguments.addAll(List.of(more));
        return Session.typing("").kit(arguments.toArray(String[]::new));
    }

    private static String state(Session.End end) {
        return end.err()
                .lines()
                .filter(line -> line.startsWith("state "))
                .map(line -> line.split(" ")[1])
                .findFirst()
                .orElseThrow(() -> new AssertionError(end.err()));
    }

    /** Random edits from a seed by somebody's routines: a machine, and a host by a technique with that machine as guest. */
    private Path random(String whose, int seed, String technique) throws IOException {
        Files.writeString(folder.resolve("random.asm"), ".org 0x80008000\n .quad 7, 400, " + seed + "\n");
        String machine = Files.readString(LAB.resolve(whose + "/machine.yaml"))
                .replace("../random.asm", "random.asm")
                .replace("../", LAB + "/")
                .replace(" edit.asm", " " + LAB.resolve(whose + "/edit.asm"));
        Files.writeString(folder.resolve("machine.yaml"), machine);
        return Files.writeString(folder.resolve("host.yaml"), """
            kit: 1
            machine: host
            hardware: machine.yaml
            hypervisor: { technique: %s }
            guests:
              guest: {}
            """.formatted(technique));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shadow-paging, shadow: fence",
                "shadow-paging, shadow: trace",
                "binary-translation",
                "hardware-assisted"
            })
    void afterRandomEditsAGuestIsInTheStateOfAMachineOfItsOwn(String technique) throws IOException {
        for (int seed = 1; seed <= 5; seed++) {
            Path host = random("solution", seed, technique);
            assertThat(state(kit("run", host, "--hash")))
                    .as("seed %s", seed)
                    .isEqualTo(ALONE.computeIfAbsent(seed, _ -> alone()));
        }
    }

    private String alone() {
        Session.End bare = kit("run", folder.resolve("machine.yaml"), "--hash");
        assertThat(bare.out()).isEqualTo("0 reads were stale\n");
        return state(bare);
    }

    @Test
    void theStarterForgetsItsFencesAndWhoTracesDoesNotNotice() throws IOException {
        Path host = random("starter", 1, "shadow-paging, shadow: trace");
        Session.End bare = kit("run", folder.resolve("machine.yaml"));
        assertThat(bare.out()).matches("[1-9]\\d* reads were stale\n");
        assertThat(bare.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(kit("run", host).out()).isEqualTo("guest| 0 reads were stale\n");
    }

    @ParameterizedTest(name = "{1} by {0}")
    @CsvSource({"interpret, fence, 001", "auto, fence, 001", "interpret, trace, 011", "auto, trace, 011"})
    void whatIsChangedWithoutAFenceIsSeenAtOnceByWhoTracesAlone(String engine, String sync, String shown)
            throws IOException {
        Path board = Files.writeString(
                folder.resolve("board.yaml"),
                Files.readString(LAB.resolve("board.yaml"))
                        .replace("kernel.asm", LAB.resolve("kernel.asm").toString())
                        .replace("variant: rv64gc,", "variant: rv64gc, engine: " + engine + ","));
        Path host = Files.writeString(
                folder.resolve("host.yaml"),
                Files.readString(LAB.resolve(sync + ".yaml")).replace("board.yaml", board.toString()));
        assertThat(kit("run", host).out()).isEqualTo("guest| " + shown + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exits.yaml", "solution/exits.yaml"})
    void whatIsClaimedHolds(String experiment) {
        Session.End end = kit("experiment", LAB.resolve(experiment));
        assertThat(end.exitCode()).as(end.out() + end.err()).isEqualTo(ExitCode.SUCCESS);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a fence for all entries, for one    | sfence.vma a0, zero       | sfence.vma zero, zero   | fails  exits(write, fence) = 1
        a fence for each entry, for many    | addi a2, a2, 8\\n         | addi a2, a2, 8\\n sfence.vma zero, zero\\n | fails  exits(many, fence) <= 5
        a table that is refilled while used | sd   zero, 0(a1)          | nop                     | fails  exits(refill, trace) <= 3\\n       66 <= 3
        """)
    void aDearerWayIsToldByItsClaim(String name, String from, String to, String said) throws IOException {
        String edit = Files.readString(LAB.resolve("solution/edit.asm"));
        assertThat(edit).contains(from.replace("\\n", "\n"));
        Files.writeString(folder.resolve("edit.asm"), edit.replace(from.replace("\\n", "\n"), to.replace("\\n", "\n")));
        Path experiment = Files.writeString(
                folder.resolve("exits.yaml"),
                Files.readString(LAB.resolve("solution/exits.yaml")).replace("../", LAB + "/"));
        Session.End end = kit("experiment", experiment);
        assertThat(end.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(end.out()).contains(said.replace("\\n", "\n"));
    }
}
