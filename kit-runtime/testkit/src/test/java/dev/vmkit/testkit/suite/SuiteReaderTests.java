package dev.vmkit.testkit.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A suite")
class SuiteReaderTests {
    private static final String HEAD = "kit: 1\nsuite: s\npart: { isa: lc3 }\n";
    private static final String CHECKS = "checks:\n  a: { run: NOP, expect: { R0: 0 } }\n";

    @TempDir
    private Path folder;

    private final Diagnostics diagnostics = new Diagnostics();

    private Optional<Suite> read(String yaml) {
        return SuiteReader.read(new SourceFile("suite.yaml", yaml), folder, diagnostics);
    }

    private List<String> mistakes(String yaml) {
        assertThat(read(yaml)).isEmpty();
        return diagnostics.list().stream()
                .map(d -> d.problem().code() + " " + line(d) + ": " + d.message())
                .toList();
    }

    private static int line(Diagnostic diagnostic) {
        return diagnostic.at().orElseThrow().line();
    }

    @Test
    void says_what_its_deadline_is_and_what_lateness_takes() {
        LatePolicy late = read(HEAD + "due: 2026-11-30T23:59:00+01:00\n"
                        + "late: { grace: 15 minutes, each-day: 10 %, most-days: 3 }\n" + CHECKS)
                .orElseThrow()
                .late()
                .orElseThrow();
        Instant due = Instant.parse("2026-11-30T22:59:00Z");
        assertThat(late.due()).isEqualTo(due);
        assertThat(late.daysLate(due.plus(Duration.ofMinutes(15)))).isZero();
        assertThat(late.daysLate(due.plus(Duration.ofMinutes(16)))).isEqualTo(1);
        assertThat(late.daysLate(due.plus(Duration.ofHours(25)))).isEqualTo(2);
        assertThat(late.factor(2)).isEqualTo(0.8);
        assertThat(late.factor(4)).isZero();
    }

    @Test
    void must_add_up() {
        assertThat(mistakes(HEAD + "points: 3\n" + CHECKS))
                .containsExactly("K954 4: the checks have 1 points together, not 3");
    }

    @Test
    void does_one_thing_in_each_check_and_one_that_its_part_can_be_asked() {
        assertThat(mistakes(HEAD + """
            checks:
              nothing: { points: 2 }
              two: { run: NOP, board: b.yaml }
              laws of an instruction set: { laws: general }
            """))
                .containsExactly(
                        "K953 5: check 'nothing' does nothing",
                        "K953 6: check 'two' does several things: board, run",
                        "K953 7: 'laws:' asks nothing of a part of the kind 'isa'");
    }

    @Test
    void depends_on_what_stands_before_and_names_files_that_are_there() {
        assertThat(mistakes(HEAD + "reference: gone\n" + """
            checks:
              a: { run: NOP, expect: { R0: 0 }, after: b }
              b: { program: gone.asm, expect: { R0: five, ends: somehow } }
            """))
                .containsExactly(
                        "K956 4: there is no file 'gone' in the folder of the suite",
                        "K955 6: there is no check 'b' before this one",
                        "K956 7: there is no file 'gone.asm' in the folder of the suite",
                        "K957 7: expected a number, or one with <, <=, >, >= or != before it",
                        "K957 7: nothing ends as 'somehow'");
    }

    @Test
    void has_steps_of_devices_that_are_understood() {
        assertThat(mistakes("kit: 1\n"
                        + "suite: s\n"
                        + "part: { device: d }\n"
                        + "checks:\n"
                        + "  a: { operate: [ raed 0 8, write 0 9 1 ] }\n"))
                .containsExactly("K958 5: 'raed 0 8' is no step", "K958 5: 'write 0 9 1' is no step");
        assertThat(diagnostics.list())
                .extracting(Diagnostic::hint)
                .containsExactly(
                        "read OFFSET WIDTH & MASK = VALUE, of 8, 16, 32 or 64 bits: read 5 8 & 0x20 = 0x20",
                        "write OFFSET WIDTH VALUE, of 8, 16, 32 or 64 bits: write 0 8 0x41");
    }

    @Test
    void asks_for_something_in_each_check() {
        assertThat(mistakes(HEAD + """
            checks:
              a: { run: NOP, expect: {} }
              b: { run: NOP, expect: { R0: five } }
            """))
                .containsExactly(
                        "K957 5: nothing is expected, so everybody passes",
                        "K957 6: expected a number, or one with <, <=, >, >= or != before it");
    }

    @Test
    void executes_something_in_each_check() {
        assertThat(mistakes(HEAD + """
            checks:
              a: { run: "", expect: { R0: 0 } }
              b: { code: [], expect: { R0: 0 } }
              c: { code: [-1], expect: { R0: 0 } }
            """))
                .containsExactly(
                        "K953 5: there is nothing to execute",
                        "K953 6: there is nothing to execute",
                        "K017 7: expected a number from 0 to 18446744073709551615");
    }

    @Test
    void does_something_to_a_device() {
        assertThat(mistakes("kit: 1\nsuite: s\npart: { device: d }\nchecks:\n  a: { operate: [] }\n"))
                .containsExactly("K958 5: there is no step");
    }

    @Test
    void looks_at_what_there_is_on_boards() throws IOException {
        Files.writeString(folder.resolve("b.yaml"), "kit: 1\nmachine: b\ncpu: { isa: lc3 }\nmemory: {}\n");
        assertThat(mistakes(HEAD + """
            files: b.yaml
            checks:
              a:
                board: b.yaml
                expect: { exits: { tabel write: 0, "instruction: csrrw": 1, total: 2 }, writes: [] }
                guests: { one: { traps: { ecall: 0 } } }
            """))
                .contains(
                        "K957 8: no guest exits for 'tabel write'",
                        "K957 8: this names no register",
                        "K957 9: 'traps' is not told of a guest");
    }

    @Test
    void counts_traps_of_machines_alone() throws IOException {
        Files.writeString(
                folder.resolve("h.yaml"),
                "kit: 1\n"
                        + "host: h\n"
                        + "hardware: b.yaml\n"
                        + "hypervisor: { technique: hardware-assisted }\n"
                        + "guests: { one: { load: a.asm } }\n");
        assertThat(mistakes(HEAD + """
            files: h.yaml
            checks:
              a: { board: h.yaml, expect: { traps: { ecall: 0 }, writes: [ hgatp ] } }
            """))
                .contains(
                        "K957 6: 'traps' is told of a machine of its own, and not of a host's guests or of programs",
                        "K957 6: 'writes' is told of a machine of its own, and not of a host's guests or of programs");
    }

    @Test
    void has_checks_whose_names_are_read_in_a_line() {
        String check = ": { run: NOP, expect: { R0: 0 } }\n";
        assertThat(mistakes(HEAD + "checks:\n  \"\"" + check + "  \"a\\nb\"" + check + "  " + "c".repeat(201) + check))
                .containsExactly(
                        "K953 5: a check's name is one line of up to 200 characters",
                        "K953 6: a check's name is one line of up to 200 characters",
                        "K953 7: a check's name is one line of up to 200 characters");
    }

    @Test
    void is_told_from_another_file_in_one_message() {
        assertThat(mistakes("kit: 1\nmachine: board\ncpu: { isa: lc3 }\nmemory: {}\n"))
                .containsExactly("K013 1: the suite needs 'suite:'");
    }

    @Test
    void has_seeds_of_64_bits() {
        assertThat(mistakes(HEAD + "seed: 18446744073709551616\n" + CHECKS))
                .containsExactly("K017 4: expected a number from 0 to 18446744073709551615");
    }

    @Test
    void gives_limits_that_a_java_machine_can_live_with() {
        assertThat(read(HEAD + "limits: { time: 100 ms, memory: 32 MiB }\n" + CHECKS))
                .hasValueSatisfying(suite -> assertThat(suite.caps().time()).hasMillis(100));
        assertThat(mistakes(HEAD + "limits: { time: 3600 s, memory: 1 KiB }\n" + CHECKS))
                .containsExactly(
                        "K960 4: the time of a submission is from 100 ms to 10 minutes",
                        "K960 4: the memory of a submission is from 32 MiB to 16 GiB");
    }

    @Test
    void runs_boards_that_are_among_its_files() {
        assertThat(mistakes(HEAD + """
            files: [ ../up/../down.yaml, /etc/hosts ]
            checks:
              a: { board: bored.yaml, expect: { R0: { same-as: other.yaml } } }
            """))
                .containsExactly(
                        "K956 4: '../up/../down.yaml' leads up and down again",
                        "K956 4: '/etc/hosts' does not start in the suite's folder",
                        "K956 6: there is no 'bored.yaml' among the suite's 'files:'",
                        "K956 6: there is no 'other.yaml' among the suite's 'files:'");
    }

    @Test
    void has_no_two_files_of_a_name() throws IOException {
        Path inner = Files.createDirectory(folder.resolve("inner"));
        Files.writeString(folder.resolve("a.txt"), "one");
        Files.writeString(inner.resolve("a.txt"), "another");
        SourceFile file = new SourceFile("suite.yaml", HEAD + "files: [ a.txt, ../a.txt ]\n" + CHECKS);
        assertThat(SuiteReader.read(file, inner, diagnostics)).isEmpty();
        assertThat(diagnostics.list())
                .extracting(Diagnostic::message)
                .containsExactly("there are two files of the name 'a.txt'");
    }

    @Test
    void is_the_same_suite_once_its_reference_is_compiled() throws IOException {
        String yaml = HEAD + "reference: solution\n" + CHECKS;
        Path solution = folder.resolve("solution");
        Files.createDirectories(solution.resolve("src"));
        Files.writeString(solution.resolve("src/A.java"), "class A {}");
        String before = read(yaml).orElseThrow().digest();
        Files.createDirectories(solution.resolve("classes"));
        Files.writeString(solution.resolve("classes/A.class"), "made of it");
        assertThat(read(yaml).orElseThrow().digest()).isEqualTo(before);
        Files.writeString(solution.resolve("src/A.java"), "class B {}");
        assertThat(read(yaml).orElseThrow().digest()).isNotEqualTo(before);
    }

    @Test
    void does_not_leave_out_files_of_a_large_reference() throws IOException {
        Path solution = Files.createDirectory(folder.resolve("solution"));
        for (int i = 0; i <= 2000; i++) {
            Files.createFile(solution.resolve("f" + i));
        }
        assertThat(mistakes(HEAD + "reference: solution\n" + CHECKS))
                .containsExactly("K956 4: 'solution' has more than 2000 files");
    }
}
