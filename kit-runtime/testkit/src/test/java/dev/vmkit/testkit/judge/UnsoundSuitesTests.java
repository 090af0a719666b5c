package dev.vmkit.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.MistakeException;
import dev.vmkit.testkit.local.LocalSubject;
import dev.vmkit.testkit.suite.Suite;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A suite that is itself wrong blames no submission:")
class UnsoundSuitesTests {
    private static final Path COUNTER = Path.of("src/test/resources/machine/plugin");
    private static final String BOARD = """
        kit: 1
        machine: board
        cpu: { isa: counter }
        memory:
          ram: { at: 0, size: 256 }
        load: program.asm
        """;

    @TempDir
    private Path folder;

    private static List<String> mistakes(ThrowingCallable judging) {
        MistakeException[] caught = new MistakeException[1];
        assertThatThrownBy(judging).isInstanceOfSatisfying(MistakeException.class, e -> caught[0] = e);
        return caught[0].diagnostics().stream().map(UnsoundSuitesTests::line).toList();
    }

    private static String line(Diagnostic mistake) {
        return mistake.problem().code() + " "
                + mistake.at().map(Object::toString).orElse("") + " " + mistake.message()
                + mistake.hint().transform(hint -> hint.isEmpty() ? "" : " (" + hint + ")");
    }

    private List<CheckResult> judge(String checks, String definition) {
        Classroom room = new Classroom(folder);
        return room.judge(room.suite(checks), definition);
    }

    @Test
    void an_expectation_that_the_reference_does_not_meet_either() {
        String check = "adds: { given: { R1: 2 }, run: \"ADD R0, R1, #1\", expect: { R0: 4 } }\n";
        assertThat(mistakes(() -> judge(check, Classroom.lc3())))
                .containsExactly("K961 suite.yaml:6:3 the reference itself does not pass 'adds'"
                        + " (after ADD R0, R1, #1 with R1 = 2: R0 should be 4, and is 3)");
    }

    @Test
    void a_register_and_an_instruction_that_nobody_has() {
        assertThat(mistakes(() -> judge("adds: { run: \"ADD R0, R1, #1\", expect: { R9: 1 } }\n", Classroom.lc3())))
                .singleElement()
                .asString()
                .contains("R9 should be 1, and is not there: your definition has no such register");
        assertThat(mistakes(() -> judge("adds: { run: \"ADO R0, R1, #1\", expect: { R0: 1 } }\n", Classroom.lc3())))
                .singleElement()
                .asString()
                .contains("K961 suite.yaml:6:3", "'ADO'");
    }

    @Test
    void a_part_that_the_reference_does_not_have_either() {
        Classroom room = new Classroom(folder);
        room.write("reference.yaml", Classroom.lc3());
        Suite suite = room.read("kit: 1\nsuite: s\npart: { isa: lc3, variant: no-such }\nreference: reference.yaml\n"
                + "checks: { a: { run: NOP, expect: { R0: 0 } } }\n");
        assertThat(mistakes(() -> room.judge(suite, Classroom.lc3())))
                .singleElement()
                .asString()
                .startsWith("K959  the reference 'reference.yaml' cannot be used")
                .contains("no-such");
    }

    @Test
    void a_name_that_no_reference_shows_to_be_right() {
        Classroom room = new Classroom(folder);
        Suite suite =
                room.read("kit: 1\nsuite: s\npart: { isa: lc4 }\nchecks: { a: { run: NOP, expect: { R0: 0 } } }\n");
        Path submission = room.write("mine/lc3.yaml", Classroom.lc3()).getParent();
        CheckResult result = room.judge(suite, submission).getFirst();
        assertThat(result.status()).isEqualTo(Status.ERROR);
        assertThat(result.cause().orElseThrow().rationale())
                .contains("the submission offers no isa 'lc4'")
                .endsWith("The suite asks for that name at suite.yaml:3:14, and has no reference that shows it to be"
                        + " right: ask whoever wrote the suite.");
    }

    @Test
    void values_for_which_there_is_no_room() {
        assertThat(mistakes(() -> judge(
                        "a: { given: { R1: 0x10002 }, run: \"ADD R0, R1, #1\", expect: { R0: 3 } }\n",
                        Classroom.lc3())))
                .singleElement()
                .asString()
                .contains("K961 suite.yaml:6:3", "0x10002 does not fit into 'R1': 16 bits");
        assertThat(mistakes(() -> judge("a: { code: [0x15261], expect: { R0: 3 } }\n", Classroom.lc3())))
                .singleElement()
                .asString()
                .contains("0x15261 does not fit into a unit of code: 16 bits");
        assertThat(judge("a: { given: { R1: -3 }, run: \"ADD R0, R1, #1\", expect: { R0: -2 } }\n", Classroom.lc3()))
                .extracting(CheckResult::status)
                .containsExactly(Status.PASSED);
    }

    @Test
    void what_only_the_submission_fails_is_its_own_failure() {
        String wrong = Classroom.lc3().replace("dr = ~sr;", "dr = sr;");
        assertThat(judge("inverts: { run: \"NOT R0, R0\", expect: { R0: -1 } }\n", wrong))
                .extracting(CheckResult::status)
                .containsExactly(Status.FAILED);
    }

    private Suite boards(Classroom room, String board) {
        room.write("board.yaml", board);
        room.write("solution/program.asm", "  .org 0\n  HLT\n");
        return room.read("""
            kit: 1
            suite: s
            part: { program: program.asm }
            files: board.yaml
            reference: solution
            checks:
              halts: { board: board.yaml, expect: { ends: halted } }
            """);
    }

    @Test
    void a_board_that_cannot_be_read() {
        Classroom room = new Classroom(folder);
        assertThat(mistakes(() -> boards(room, BOARD.replace("load:", "loadd:"))))
                .containsExactly("K014 board.yaml:6:1 the machine has no key 'loadd' (did you mean 'load'?)");
    }

    @Test
    void a_board_on_which_nothing_can_be_put() {
        Classroom room = new Classroom(folder);
        Suite suite = boards(room, BOARD + "devices: { d: { model: no-such, at: 0x200 } }\n");
        Path submission = room.write("good/program.asm", "  .org 0\n  HLT\n").getParent();
        try (Judge judge = new Judge(suite, List.of(COUNTER))) {
            assertThat(mistakes(() -> judge.check(() -> LocalSubject.of(submission, List.of(COUNTER)), _ -> {})))
                    .singleElement()
                    .asString()
                    .startsWith("K961 suite.yaml:7:3")
                    .contains("no-such");
        }
    }
}
