package dev.vmkit.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.tools.cli.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lab 11: its hypervisor does what the H extension asks for, and what goes wrong in one is explained. */
@DisplayName("A hypervisor in assembly:")
class HypervisorLabTests {
    private static final Path LAB = Session.REPOSITORY.resolve("curriculum/11-hardware-assist");
    private static final String SOLUTION = "solution/hypervisor.asm";
    private static final int DEVICE_EXITS = 7 + 7;

    @TempDir
    private Path folder;

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> files = Files.walk(LAB)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copied = folder.resolve(LAB.relativize(file).toString());
                Files.createDirectories(copied.getParent());
                Files.copy(file, copied);
            }
        }
    }

    private Session.End kit(String... arguments) {
        return Session.typing("").at(folder).kit(arguments);
    }

    private Session.End solution() {
        return kit("run", "solution/machine.yaml", "-n", "5000000");
    }

    private void change(String file, String from, String to) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(from);
        Files.writeString(path, text.replace(from, to));
    }

    /** What the report counts under a name, for each guest. */
    private static List<Integer> counted(String name, Session.End end) {
        return Pattern.compile("exits of guest \\d: .*?\\b" + name + " (\\d+)")
                .matcher(end.out())
                .results()
                .map(MatchResult::group)
                .map(line -> Integer.parseInt(line.substring(line.lastIndexOf(' ') + 1)))
                .toList();
    }

    @Test
    void aGuestShowsWhatItShowsAlone() throws IOException {
        String alone = kit("run", "board.yaml").out();
        change(SOLUTION, ".quad 2 ", ".quad 1 ");
        Session.End end = solution();
        assertThat(end.out()).startsWith(alone);
        assertThat(end.exitCode()).isEqualTo(ExitCode.SUCCESS);
        assertThat(counted("frames", end)).containsExactly(13);
    }

    @Test
    void aGuestsOwnBusinessNeedsNoExitAndEachPageOne() throws IOException {
        Session.End few = solution();
        change("guest.asm", ".equ CALLS, 100 ", ".equ CALLS, 300 ");
        change("guest.asm", ".equ CHANGES, 100 ", ".equ CHANGES, 300 ");
        change("guest.asm", ".equ PAGES, 8 ", ".equ PAGES, 28 ");
        Session.End many = solution();
        assertThat(counted("call", many)).isEqualTo(counted("call", few)).containsExactly(42, 42);
        assertThat(counted("frames", few)).containsExactly(13, 13);
        assertThat(counted("frames", many)).containsExactly(33, 33);
        for (Session.End end : List.of(few, many)) {
            for (int guest = 0; guest < 2; guest++) {
                int memory = counted("fetch", end).get(guest)
                        + counted("load", end).get(guest)
                        + counted("store", end).get(guest);
                assertThat(memory).isEqualTo(counted("frames", end).get(guest) + DEVICE_EXITS);
            }
        }
    }

    @Test
    void fourGuestsTakeTurnsAndDoNotDisturbEachOther() throws IOException {
        change(SOLUTION, ".quad 2 ", ".quad 4 ");
        change(SOLUTION, "16384 * 2", "16384 * 4");
        Session.End end = solution();
        assertThat(end.exitCode()).as(end.out()).isEqualTo(ExitCode.SUCCESS);
        assertThat(end.out()).contains("good bye from guest 3", "01230123");
        assertThat(counted("frames", end)).containsExactly(13, 13, 13, 13);
    }

    @Test
    void betweenGuestsTheOldTablesGoFirstAndTheNewOnesComeLast() {
        String trace = kit("trace", "solution/machine.yaml", "--skip", "60000", "-n", "130000")
                .out();
        List<String> writes = Pattern.compile("csrw (vsatp|hgatp), (\\w+)")
                .matcher(trace)
                .results()
                .map(m -> m.group(1) + (m.group(2).equals("zero") ? "=0" : ""))
                .limit(3)
                .toList();
        assertThat(writes).containsExactly("vsatp=0", "hgatp", "vsatp");
        assertThat(trace).containsPattern("hgatp: 0x80001\\w+ -> 0x80002");
    }

    @Test
    void theStarterRunsAndSaysWhatIsMissing() {
        Session.End end = kit("run", "starter/machine.yaml");
        assertThat(end.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(end.out()).isEqualTo("hypervisor: exercise 1 is still to be written\n");
    }

    @ParameterizedTest(name = "without {1}")
    @CsvSource({
        "1, delegate, ''",
        "2, second_stage, ''",
        "3, first_entry, ''",
        "4, memory_fault, ''",
        "5, device, 'hello from guest 0;'",
        "6, virtual_instruction, 'hello from guest 0;0'"
    })
    void eachExerciseLeadsToTheNext(int number, String routine, String shown) throws IOException {
        change(SOLUTION, ".quad 2 ", ".quad 1 ");
        change(SOLUTION, ".equ RESUME,", ".equ MISSING, 0x81040000\n .equ RESUME,");
        change(SOLUTION, "\n" + routine + ":", "\n" + routine + ":\n li a0, " + number + "\n j MISSING\n");
        assertThat(solution().out())
                .isEqualTo(shown.replace(';', '\n') + "hypervisor: exercise " + number + " is still to be written\n");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
        a root at no multiple of 16 KiB    | roots:  .space              | .space 4096\\nroots:  .space    | guest 0 leaves again and again at the same place: scause 0x14
        leaves without U                   | 0xDF                        | 0xCF                          | guest 0 leaves again and again at the same place: scause 0x14
        page numbers at the wrong bit      | srli a0, a0, 2              | nop                           | guest 0 did what nobody expects: scause 0x1,
        a guest that is entered as a user  | li   t0, 0x100              | li   t0, 0                    | guest 0 did what nobody expects: scause 0x14, sepc 0x0,
        the guest's own address            | csrr s2, htval              | csrr s2, stval\\n srli s2, s2, 2 | scause 0x15, sepc 0x80200298, stval 0xd0000005, htval 0x4000001, htinst 0x4283
        an address that li makes negative  | la   t0, 0x80200000         | li   t0, 0x80200000           | guest 0 did what nobody expects: scause 0x14, sepc 0x80200000
        nothing delegated                  | csrw hedeleg, t0            | csrw hedeleg, zero            | guest 0 did what nobody expects: scause 0x8, sepc 0x4020034c
        the same instruction for ever      | sd   t1, SEPC(s0)           | nop                           | guest 0 leaves again and again at the same place: scause 0x15
        no second stage at all             | slli t1, t1, 60             | li   t1, 0                    | reports failure
        one second stage for all           | csrw hgatp, t0\\n        ld   t0, VSSTATUS(s0) | ld t0, VSSTATUS(s0) | guest 1 leaves again and again at the same place: scause 0x17
        tables that are not kept           | sd   t0, VSATP(s2)          | nop                           | guest 0 did what nobody expects
        a register that is not kept        | sd   t0, VSSCRATCH(s2)      | nop                           | reports failure
        a load by the hypervisor           | csrw hideleg, t0            | ld   t0, 0(zero)              | a trap of its own: scause 0x5,
        """)
    void aMistakeIsExplained(String name, String from, String to, String said) throws IOException {
        change(SOLUTION, from.replace("\\n", "\n"), to.replace("\\n", "\n"));
        Session.End end = solution();
        assertThat(end.exitCode()).isEqualTo(ExitCode.FAILURE);
        assertThat(end.out()).contains(said);
    }
}
