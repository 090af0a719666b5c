package dev.vmkit.testkit.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.testkit.judge.Classroom;
import dev.vmkit.testkit.suite.Suite;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A suite that is itself tested")
class SuiteCheckTests {
    private static final String SMALL = """
        isa: counter
        spaces: { mem: { addr: 16, unit: 8 } }
        registers: { a: { width: 8, name: A }, z: { width: 1, name: Z }, pc: { width: 16, role: pc } }
        operands:
          n: { int: u4 }
        instructions:
          ADD: { encode: "0001 n", asm: "{n}", do: "a = a + zext(n, 8); z = a == 0" }
          SUB: { encode: "0010 n", asm: "{n}", do: "a = a - zext(n, 8); z = a == 0" }
          HLT: { encode: "0000 0000", asm: "", do: "halt()" }
        """;
    private static final String HEAD =
            "kit: 1\nsuite: counting\npart: { isa: counter }\nreference: counter.yaml\nchecks:\n";

    @TempDir
    private Path folder;

    private SuiteScore score(String checks) {
        Classroom room = new Classroom(folder);
        room.write("counter.yaml", SMALL);
        Suite suite = room.read(HEAD + checks.indent(2));
        return SuiteCheck.of(suite, List.of()).run(_ -> {});
    }

    @Test
    void that_looks_at_everything_lets_no_mutant_live() {
        SuiteScore score = score("""
            agrees: { property: { cases: 60 } }
            is encoded alike: { encoding: { of: all, cases: 16 } }
            """);
        assertThat(score.isGreen()).isTrue();
        assertThat(score.survivors()).isEmpty();
        assertThat(score.caught()).isGreaterThan(12);
        assertThat(score.percent()).isEqualTo(100);
    }

    @Test
    void that_is_not_blamed_for_what_comments_say() {
        List<Mutant> mutants = DefinitionMutants.of("clock.yaml", """
            device: clock
            on-timer: |
              # one more tick
              TICKS = TICKS + 1
            """);
        assertThat(mutants)
                .isNotEmpty()
                .allSatisfy(mutant -> assertThat(mutant.was()).contains("TICKS + 1"));
    }

    @Test
    void that_is_about_an_experiment_is_tested_by_what_is_claimed_and_what_costs() {
        List<Mutant> mutants = MachineMutants.of("mine.yaml", """
            kit: 1
            experiment: mine
            guests: { in: { words: { 0x80008000: 1 } } }
            costs: p4-2005
            claims: [ "exits(in, p4-2005) = 1", "exits(in, bare) < 7" ]
            """);
        assertThat(mutants)
                .extracting(Mutant::became)
                .containsExactly(
                        "claims: [ \"exits(in, p4-2005) = 0\", \"exits(in, bare) < 7\" ]",
                        "claims: [ \"exits(in, p4-2005) = 1\", \"exits(in, bare) < 8\" ]");
    }

    @Test
    void that_looks_at_little_is_shown_what_it_lets_live() {
        SuiteScore score = score("adds: { given: { A: 2 }, run: ADD 3, expect: { A: 5 } }\n");
        assertThat(score.survivors())
                .anySatisfy(mutant -> {
                    assertThat(mutant.file()).isEqualTo("counter.yaml");
                    assertThat(mutant.was()).startsWith("SUB:");
                    assertThat(mutant.became()).contains("a = a + zext(n, 8)");
                })
                .noneSatisfy(mutant -> assertThat(mutant.became())
                        .contains("ADD: { encode: \"0001 n\", asm: \"{n}\", do: \"a = a - zext"));
        assertThat(score.percent()).isLessThan(60);
    }

    @Test
    void whose_reference_fails_is_worth_nothing() {
        SuiteScore score = score("adds: { given: { A: 2 }, run: ADD 3, expect: { A: 6 } }\n");
        assertThat(score.isGreen()).isFalse();
        assertThat(score.survivors()).isEmpty();
        assertThat(score.caught()).isZero();
    }

    @Test
    void makes_mutants_of_programs_too() {
        List<Mutant> mutants = SourceMutants.assembly("p.asm", "start:\n  li a0, 5 ; five\n  add a0, a0, a1\n");
        assertThat(mutants).extracting(Mutant::became).contains("li a0, 6 ; five", "");
        assertThat(SourceMutants.java("P.java", "package p;\n// 1 + 1\nint f(int a) { return a < 3 ? 1 : a - 2; }\n"))
                .extracting(Mutant::became)
                .contains(
                        "int f(int a) { return a <= 3 ? 1 : a - 2; }",
                        "int f(int a) { return a < 4 ? 1 : a - 2; }",
                        "int f(int a) { return a < 3 ? 1 : a + 2; }")
                .noneMatch(line -> line.startsWith("//"));
    }

    @Test
    void leaves_statements_of_java_out_one_by_one() {
        List<Mutant> mutants = SourceMutants.java("P.java", """
            class P {
                private int a;

                int f(List<Long> b) { // not one
                    a = g();
                    switch (b) {
                        case Long x -> h(x);
                        default -> {}
                    }
                    return b.stream()
                            .map(this::h)
                            .count();
                }
            }
            """);
        assertThat(mutants).extracting(Mutant::became).containsOnly("");
        assertThat(mutants).extracting(Mutant::was).containsExactly("a = g();", "case Long x -> h(x);");
    }

    @Test
    void whose_reference_has_nothing_to_change_is_not_tested() {
        Classroom room = new Classroom(folder);
        room.write("program.asm", "  .org 0\n  HLT\n");
        room.write("solution/board.yaml", """
            kit: 1
            machine: board
            cpu: { isa: counter }
            memory:
              ram: { from: 0, to: 255 }
            load: program.asm
            """);
        Suite suite = room.read("""
            kit: 1
            suite: s
            part: { machine: board.yaml }
            files: program.asm
            reference: solution
            checks:
              halts: { board: board.yaml, expect: { ends: halted } }
            """);
        SuiteCheck check = SuiteCheck.of(suite, List.of(Path.of("src/test/resources/machine/plugin")));
        assertThatThrownBy(() -> check.run(_ -> {}))
                .isInstanceOf(MistakeException.class)
                .hasMessageContaining("this says nothing of the suite");
    }

    @Test
    void does_not_count_a_program_that_becomes_the_same_words() {
        Classroom room = new Classroom(folder);
        room.write("board.yaml", """
            kit: 1
            machine: board
            cpu: { isa: counter }
            memory:
              ram: { from: 0, to: 255 }
            load: program.asm
            """);
        room.write("solution/program.asm", "  ADD 5\n  HLT\n  .space 3\n");
        Suite suite = room.read("""
            kit: 1
            suite: s
            part: { program: program.asm }
            files: board.yaml
            reference: solution
            checks:
              adds: { board: board.yaml, expect: { A: 5 } }
            """);
        SuiteScore score = SuiteCheck.of(suite, List.of(Path.of("src/test/resources/machine/plugin")))
                .run(_ -> {});
        assertThat(score.invalid()).as("more zeros, and HLT, which is one").isEqualTo(2);
        assertThat(score.caught()).isEqualTo(2);
        assertThat(score.survivors()).isEmpty();
    }

    @Test
    void makes_no_mutants_of_texts_however_long() {
        String text = "a + 1 \\\" ".repeat(20_000);
        assertThat(SourceMutants.java("A.java", "class A { String s = \"" + text + "\"; }"))
                .isEmpty();
        assertThat(SourceMutants.java("A.java", "class A { String s = \"\"\"\n \" 1 + 1\n" + text + "\"\"\"; }"))
                .isEmpty();
        assertThat(SourceMutants.java("A.java", "class A { char c = '\"'; int i = 1; }"))
                .hasSize(1);
        assertThat(SourceMutants.assembly("a.asm", "s: .asciz \"" + text + "\"\n"))
                .isEmpty();
        assertThat(DefinitionMutants.of("d.yaml", "do: \"a" + ".a".repeat(20_000) + " = 1\"\n"))
                .isNotEmpty();
    }
}
