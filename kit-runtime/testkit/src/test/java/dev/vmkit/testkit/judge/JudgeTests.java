package dev.vmkit.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.suite.Points;
import dev.vmkit.testkit.suite.Suite;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A judge")
class JudgeTests {
    private static final String ADD = "dr = sr1 + sr2;  setcc(dr)";

    @TempDir
    private Path folder;

    private List<CheckResult> judge(String checks, String definition) {
        Classroom room = new Classroom(folder);
        Suite suite = room.suite(checks);
        return room.judge(suite, definition);
    }

    private static final String EXAMPLE = """
        adds two registers:
          points: 2
          given:  { R1: 2, R2: 3 }
          run:    ADD R0, R1, R2
          expect: { R0: 5, N: 0, Z: 0, P: 1, pc: 0x3001 }
          hint:   The destination is bits 11 to 9.
        """;

    @Test
    void passes_an_example_that_comes_out() {
        assertThat(judge(EXAMPLE, Classroom.lc3())).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(Status.PASSED);
            assertThat(result.points()).isEqualTo(Points.of(2));
            assertThat(result.cause()).isEmpty();
            assertThat(result.hint()).isEmpty();
        });
    }

    @Test
    void tells_in_the_fields_words_why_one_does_not_and_gives_it_to_replay() {
        String wrong = Classroom.lc3().replace(ADD, "dr = sr1 - sr2; setcc(dr)");
        assertThat(judge(EXAMPLE, wrong)).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(Status.FAILED);
            assertThat(result.points()).isEqualTo(Points.ZERO);
            assertThat(result.hint()).isEqualTo("The destination is bits 11 to 9.");
            Cause cause = result.cause().orElseThrow();
            assertThat(cause.rationale())
                    .isEqualTo("after ADD R0, R1, R2 with R1 = 2, R2 = 3: R0 should be 5, and is 0xffff (65535 or -1);"
                            + " N should be 0, and is 1; P should be 1, and is 0");
            assertThat(cause.expected()).isEqualTo("R0 = 5\nN = 0\nP = 1");
            assertThat(cause.key()).isEqualTo("R0");
            Replay replay = result.replay().orElseThrow();
            assertThat(replay.files().get("replay.asm")).isEqualTo("  .org 12288\nADD R0, R1, R2\n");
            assertThat(replay.files().get("replay.yaml")).contains("  registers:\n    R1: 2\n    R2: 3\n");
        });
    }

    @Test
    void shrinks_a_property_that_does_not_hold_and_names_what_else_is_wrong() {
        String wrong = Classroom.lc3().replace(ADD, "dr = sr1 | sr2; setcc(dr)").replace("dr = ~sr;", "dr = sr;");
        String check = "all agree:\n  partial: true\n  property: { instruction: all, cases: 40 }\n  points: 16\n";
        assertThat(judge(check, wrong)).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(Status.FAILED);
            Cause cause = result.cause().orElseThrow();
            assertThat(cause.key()).isEqualTo("add/reg");
            assertThat(cause.rationale()).contains("also wrong: NOT");
            assertThat(cause.expected().lines()).hasSizeLessThanOrEqualTo(3);
            assertThat(result.points()).isEqualTo(Points.of(14));
        });
    }

    @Test
    void finds_no_fault_with_the_reference_itself() {
        String checks = """
            all agree: { property: { cases: 30 } }
            encodings: { encoding: { of: all, cases: 20 } }
            unchanged: { changes: { most: 0 } }
            """;
        assertThat(judge(checks, Classroom.lc3())).allSatisfy(result -> {
            assertThat(result.cause()).isEmpty();
            assertThat(result.status()).isEqualTo(Status.PASSED);
        });
    }

    @Test
    void sees_other_bits_another_line_and_an_instruction_that_should_be_none() {
        String check = "encodings: { encoding: { of: all, cases: 20 } }\n";
        String swapped = Classroom.lc3().replace("\"0001 dr sr1 000 sr2\"", "\"0001 sr1 dr 000 sr2\"");
        assertThat(judge(check, swapped).getFirst().cause().orElseThrow().rationale())
                .startsWith("'ADD R");
        String more = Classroom.lc3()
                .replace(
                        "  NOT:     {",
                        "  NEG:     { encode: \"1101 dr sr 000000\", asm: \"{dr}, {sr}\", do: \"dr = -sr\" }\n"
                                + "  NOT:     {");
        assertThat(judge(check, more).getFirst().cause().orElseThrow().rationale())
                .contains("should be no instruction, and is 'NEG R");
    }

    @Test
    void skips_what_depends_on_what_failed() {
        String checks = EXAMPLE + "then more: { after: adds two registers, run: \"NOT R0, R0\", expect: { R0: -1 } }\n";
        String wrong = Classroom.lc3().replace(ADD, "dr = sr1 - sr2; setcc(dr)");
        List<CheckResult> results = judge(checks, wrong);
        assertThat(results).extracting(CheckResult::status).containsExactly(Status.FAILED, Status.SKIPPED);
        assertThat(results.getLast().cause().orElseThrow().rationale())
                .isEqualTo("not looked at, because this comes first: adds two registers");
    }

    @Test
    void gives_part_of_the_points_where_the_suite_says_so() {
        String check =
                "two things: { points: 4, partial: true, run: \"ADD R0, R0, #1\", expect: { R0: 1, N: 0, Z: 0, P: 0 }"
                        + " }\n";
        Classroom room = new Classroom(folder);
        List<CheckResult> results = room.judge(room.withoutReference(check), Classroom.lc3());
        assertThat(results.getFirst().points()).isEqualTo(Points.of(3));
    }

    @Test
    void shows_the_mistakes_of_a_definition_that_cannot_be_read() {
        String broken = Classroom.lc3().replace(ADD, "dr = sr1 + sr9");
        assertThat(judge(EXAMPLE, broken)).singleElement().satisfies(result -> {
            assertThat(result.status()).isEqualTo(Status.FAILED);
            assertThat(result.cause().orElseThrow().rationale())
                    .contains("--> lc3.yaml:")
                    .contains("sr9")
                    .contains("^");
            assertThat(result.cause().orElseThrow().key()).startsWith("K3");
        });
    }

    @Test
    void stops_at_a_trap_that_is_expected() {
        String check = "traps: { run: RTI, expect: { trap: privilege } }\n";
        assertThat(judge(check, Classroom.lc3()).getFirst().status()).isEqualTo(Status.PASSED);
        String wrong = Classroom.lc3().replace("if PRIV { raise privilege() }", "");
        assertThat(judge(check, wrong).getFirst().cause().orElseThrow().rationale())
                .isEqualTo("after RTI: trap should be privilege, and is none");
    }

    @Test
    void counts_how_much_of_a_definition_was_changed() {
        String check = "little changed: { changes: { most: 1 } }\n";
        assertThat(judge(check, Classroom.lc3().replace("dr = ~sr;", "dr = sr;"))
                        .getFirst()
                        .status())
                .isEqualTo(Status.PASSED);
        String two = Classroom.lc3().replace("dr = ~sr;", "dr = sr;").replace(ADD, "dr = sr1 | sr2");
        assertThat(judge(check, two).getFirst().cause().orElseThrow().rationale())
                .contains("should be at most 1, and is 2 (NOT, add/reg)");
        String other = Classroom.lc3().replace("reset: 0x8002", "reset: 0x8004");
        assertThat(judge(check, other).getFirst().cause().orElseThrow().rationale())
                .contains("register psr should be as before");
    }

    @Test
    void asks_that_something_of_a_definition_was_changed() {
        String starter = Classroom.lc3().replace("dr = ~sr;", "dr = sr;");
        new Classroom(folder).write("starter.yaml", starter);
        String check = "some changed: { changes: { least: 1, most: 2, against: starter.yaml } }\n";
        assertThat(judge(check, starter).getFirst().cause().orElseThrow().rationale())
                .contains("should be at least 1, and is 0");
        assertThat(judge(check, Classroom.lc3()).getFirst().status()).isEqualTo(Status.PASSED);
    }

    @Test
    void derives_whether_a_definition_can_be_virtualized() {
        String check = "analysis: { analysis: {}, expect: { theorem-1: true, critical: 0 } }\n";
        Classroom room = new Classroom(folder);
        List<CheckResult> results = room.judge(room.withoutReference(check), Classroom.lc3());
        assertThat(results.getFirst().cause()).isPresent();
    }

    @Test
    void comes_to_the_same_for_the_same() {
        String check = "all agree: { property: { cases: 10 } }\n";
        String wrong = Classroom.lc3().replace("dr = ~sr;", "dr = sr;");
        assertThat(judge(check, wrong)).isEqualTo(judge(check, wrong));
    }

    @Test
    void does_not_name_a_check_to_those_who_may_not_see_it() {
        String secret = EXAMPLE + "  visibility: hidden\n"
                + "then more: { after: adds two registers, run: \"NOT R0, R0\", expect: { R0: -1 } }\n";
        List<CheckResult> results = judge(secret, Classroom.lc3().replace(ADD, "dr = sr1 - sr2; setcc(dr)"));
        assertThat(results.getLast().cause().orElseThrow().rationale())
                .isEqualTo("not looked at, because this comes first: hidden check 1");
        assertThat(results.getLast().hint()).isEmpty();
    }

    @Test
    void tells_once_and_where_it_may_be_seen_why_nothing_can_be_opened() {
        String secret = EXAMPLE + "  visibility: hidden\n" + EXAMPLE.replace("adds two", "adds other")
                + EXAMPLE.replace("adds two", "adds more");
        List<CheckResult> results = judge(secret, Classroom.lc3().replace(ADD, "dr = sr1 + sr9"));
        assertThat(results)
                .extracting(CheckResult::status)
                .containsExactly(Status.SKIPPED, Status.FAILED, Status.SKIPPED);
        assertThat(results).extracting(CheckResult::hint).containsOnly("");
        assertThat(results.get(1).cause().orElseThrow().rationale()).contains("sr9");
        assertThat(results.get(2).cause().orElseThrow().rationale())
                .isEqualTo("not looked at, because it cannot be opened, as 'adds other registers' says");
    }

    @ParameterizedTest
    @CsvSource({
        "-2, < 0, ''",
        "5, >= 0, ''",
        "-2, >= 0, 'R0 should be >= 0, and is -2'",
        "-2, > 0, ''",
        "-2, >= -2, ''",
        "-2, < -2, 'R0 should be < -2, and is -2'",
        "-2, > 40000, ''",
        "-2, <= 5, 'R0 should be <= 5, and is 0xfffe (65534 or -2)'",
        "5, > -1, ''",
        "5, != -1, ''",
        "-1, 0xFFFF, ''",
        "-1, 0x1FFFF, 'R0 should be 131071, and is 0xffff (65535 or -1)'"
    })
    void compares_with_a_sign_what_is_compared_with_a_sign(long value, String wanted, String miss) {
        String check = "compares: { given: { R0: %d }, run: \"AND R1, R1, R1\", expect: { R0: \"%s\" } }%n"
                .formatted(value, wanted);
        Suite suite = new Classroom(folder).withoutReference(check);
        Optional<Cause> cause =
                new Classroom(folder).judge(suite, Classroom.lc3()).getFirst().cause();
        assertThat(cause.map(Cause::rationale).orElse("after: ").split(": ", 2)).endsWith(miss);
    }

    @Test
    void replays_memory_in_units_of_the_submission() {
        Suite suite = new Classroom(folder)
                .withoutReference(
                        "loads: { given: { R1: 0x4000, \"mem[0x4000]\": 7 }, run: \"LDR R0, R1, #0\", expect: { R0: 8"
                                + " } }\n");
        CheckResult result = new Classroom(folder).judge(suite, Classroom.lc3()).getFirst();
        assertThat(result.replay().orElseThrow().files().get("replay.asm"))
                .isEqualTo("  .org 12288\nLDR R0, R1, #0\n  .org 16384\n  .int16 7\n");
    }

    @Test
    void replays_as_many_instructions_and_as_much_memory_as_there_were() {
        Suite suite =
                new Classroom(folder).withoutReference("loads: { given: { A: -1 }, run: INC, expect: { A: 1 } }\n");
        String small = """
            isa: lc3
            byte-order: little
            spaces: { mem: { addr: 8, unit: 8 } }
            registers:
              A:  { width: 8 }
              pc: { width: 8, role: pc }
            traps: { illegal: { vector: 0 } }
            instructions:
              INC: { encode: "0x01", do: "A = A + 1" }
            """;
        CheckResult result = new Classroom(folder).judge(suite, small).getFirst();
        assertThat(result.replay().orElseThrow().files().get("replay.yaml"))
                .contains("starts-at: 0x0\n", "    A: -1\n", "to: 0xFF }\n", "limits: { instructions: 1 }\n");
    }

    @Test
    void replays_nothing_that_assembly_cannot_say() {
        Suite suite = new Classroom(folder)
                .withoutReference(
                        "loads: { given: { R1: 0x3000, \"mem[here]\": 7 }, run: \"here LDR R0, R1, #0\", expect: { R0:"
                                + " 8 } }\n");
        CheckResult result = new Classroom(folder).judge(suite, Classroom.lc3()).getFirst();
        assertThat(result.cause().orElseThrow().rationale()).contains("R0 should be 8");
        assertThat(result.replay()).isEmpty();
    }

    @Test
    void keeps_no_more_of_what_is_wrong_than_people_read() {
        Cause cause = new Cause("a", "b".repeat(16_000_000), "c".repeat(8_001), "d".repeat(300));
        assertThat(cause.expected()).hasSize(8_000 + "... (15992000 more characters)".length());
        assertThat(cause.actual()).endsWith("c... (1 more characters)");
        assertThat(cause.key()).hasSizeLessThan(250);
    }
}
