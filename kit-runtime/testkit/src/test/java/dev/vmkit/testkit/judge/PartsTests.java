package dev.vmkit.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.suite.Suite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A judge of devices and boards")
class PartsTests {
    private static final String DEVICE = """
        device: port
        doc: Shows bytes, and counts them.
        size: 2
        connects: { screen: { kind: stream }, full: { kind: interrupt } }
        registers:
          DATA:  { at: 0, width: 8, on-write: "screen_write(v); COUNT = COUNT + 1; full_set(COUNT == 2)" }
          COUNT: { at: 1, width: 8, access: ro }
        """;
    private static final String BOARD = """
        kit: 1
        machine: board
        cpu: { isa: counter }
        memory:
          ram: { at: 0, size: 256 }
        load: program.asm
        """;
    private static final Path COUNTER = Path.of("src/test/resources/machine/plugin");

    @TempDir
    private Path folder;

    private CheckResult device(String steps, String definition) {
        Classroom room = new Classroom(folder);
        Suite suite = room.read(
                "kit: 1\nsuite: s\npart: { device: port }\nchecks:\n  works:\n    operate:\n" + steps.indent(6));
        return room.judge(suite, room.write("handed-in/port.yaml", definition)).getFirst();
    }

    private static final String STEPS = """
        - write 0 8 0x41
        - read 1 8 = 1
        - lowered full
        - resume
        - write 0 8 0x42
        - raised full
        - read 1 8 & 0x2 = 2
        - reset
        - read 1 8 = 0
        """;

    @Test
    void follow_a_devices_script() {
        CheckResult result = device(STEPS, DEVICE);
        assertThat(result.cause()).isEmpty();
        assertThat(result.status()).isEqualTo(Status.PASSED);
    }

    @Test
    void name_the_step_that_does_not_come_out() {
        CheckResult result = device(STEPS, DEVICE.replace("COUNT == 2", "COUNT == 3"));
        assertThat(result.cause().orElseThrow().rationale())
                .isEqualTo("step 6, 'raised full': the interrupt output 'full' should be raised, and is lowered");
    }

    @Test
    void run_a_students_program_on_the_suites_board() {
        Classroom room = new Classroom(folder);
        room.write("board.yaml", BOARD);
        Suite suite = room.read("""
            kit: 1
            suite: s
            part: { program: program.asm }
            files: board.yaml
            checks:
              adds up:
                board: board.yaml
                expect: { A: 5, ends: halted, instructions: "<= 3", state: { same-as: board.yaml } }
                performance: { instructions: { full: 2, none: 4 } }
                points: 4
            """);
        room.write("good/program.asm", "  .org 0\n  ADD 5\n  HLT\n");
        room.write("long/program.asm", "  .org 0\n  ADD 4\n  ADD 1\n  HLT\n");
        room.write("wrong/program.asm", "  .org 0\n  ADD 4\n  HLT\n");
        room.write("none/other.asm", "");
        assertThat(judge(room, suite, "good").points().toString()).isEqualTo("4");
        assertThat(judge(room, suite, "long").points().toString()).isEqualTo("2");
        assertThat(judge(room, suite, "wrong").cause().orElseThrow().rationale())
                .isEqualTo("on board.yaml: A should be 5, and is 4");
        assertThat(judge(room, suite, "none").cause().orElseThrow().rationale())
                .contains("the submission has no file 'program.asm'");
    }

    @Test
    void count_only_traps_that_there_are() {
        Classroom room = new Classroom(folder);
        room.write("board.yaml", BOARD);
        Suite suite = room.read("""
            kit: 1
            suite: s
            part: { program: program.asm }
            files: board.yaml
            checks:
              traps little:
                board: board.yaml
                expect: { traps: { illegal: 0, total: 0, interrupt 3: 0, ilegal: 0 } }
            """);
        room.write("good/program.asm", "  .org 0\n  HLT\n");
        assertThat(judge(room, suite, "good").cause().orElseThrow().rationale())
                .isEqualTo("on board.yaml: traps[ilegal] should be 0, and is not there");
    }

    private CheckResult judge(Classroom room, Suite suite, String submission) {
        try (Judge judge = new Judge(suite, List.of(COUNTER))) {
            return judge.check(
                            () -> dev.vmkit.testkit.local.LocalSubject.of(
                                    room.folder().resolve(submission), List.of(COUNTER)),
                            _ -> {})
                    .getFirst();
        }
    }

    @Test
    void find_nothing_the_same_that_is_nowhere() {
        Classroom room = new Classroom(folder);
        room.write("board.yaml", BOARD);
        Suite suite = room.read("""
            kit: 1
            suite: s
            part: { program: program.asm }
            files: board.yaml
            checks:
              is the same:
                board: board.yaml
                expect:
                  Z9: { same-as: board.yaml }
                  A: { same-as: board.yaml, of: nobody }
                  picks: { same-as: board.yaml }
                  exits: { total: "<= 20" }
            """);
        room.write("good/program.asm", "  .org 0\n  HLT\n");
        assertThat(judge(room, suite, "good").cause().orElseThrow().actual())
                .isEqualTo("Z9 = not there\nA = 0\npicks = not there\nexits[total] = not there");
    }
}
