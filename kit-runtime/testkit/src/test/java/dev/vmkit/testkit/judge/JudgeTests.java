package dev.vmkit.testkit.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.suite.Points;
import dev.vmkit.testkit.suite.Suite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                    .isEqualTo("after ADD R0, R1, R2 with R1 = 2, R2 = 3: R0 should be 5, and is 0xffff (65535);"
                            + " N should be 0, and is 1; P should be 1, and is 0");
            assertThat(cause.expected()).isEqualTo("R0 = 5\nN = 0\nP = 1");
            assertThat(cause.key()).isEqualTo("R0");
            Replay replay = result.replay().orElseThrow();
            assertThat(replay.files().get("replay.asm")).isEqualTo("  .org 12288\nADD R0, R1, R2\n");
            assertThat(replay.files().get("replay.yaml")).contains("  registers:\n    R1: 0x2\n    R2: 0x3\n");
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
        String wrong = Classroom.lc3().replace(ADD, "dr = sr1; setcc(dr)");
        List<CheckResult> results = judge(checks, wrong);
        assertThat(results).extracting(CheckResult::status).containsExactly(Status.FAILED, Status.SKIPPED);
        assertThat(results.getLast().cause().orElseThrow().rationale()).contains("adds two registers");
    }

    @Test
    void gives_part_of_the_points_where_the_suite_says_so() {
        String check =
                "two things: { points: 4, partial: true, run: \"ADD R0, R0, #1\", expect: { R0: 1, N: 0, Z: 0, P: 0 }"
                        + " }\n";
        assertThat(judge(check, Classroom.lc3()).getFirst().points()).isEqualTo(Points.of(3));
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
    void derives_whether_a_definition_can_be_virtualized() {
        String check = "analysis: { analysis: {}, expect: { theorem-1: true, critical: 0 } }\n";
        assertThat(judge(check, Classroom.lc3()).getFirst().cause()).isPresent();
    }

    @Test
    void comes_to_the_same_for_the_same() {
        String check = "all agree: { property: { cases: 10 } }\n";
        String wrong = Classroom.lc3().replace("dr = ~sr;", "dr = sr;");
        assertThat(judge(check, wrong)).isEqualTo(judge(check, wrong));
    }
}
