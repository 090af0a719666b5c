package dev.vmkit.testkit.example;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.testkit.report.Case;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExampleProgramTests {

    @Test
    void a_program_that_does_what_it_says_passes() {
        Case found = run("""
                    ADD 5
                    ADD -1
                    STOP
            ; expect: A = 4
            """);
        assertThat(found.passed()).as(found.detail()).isTrue();
        assertThat(found.detail()).isEqualTo("1 expectation");
    }

    @Test
    void another_value_fails_with_both_values_and_the_line() {
        assertThat(run("ADD 5\nSTOP\n; expect: A = 4\n").detail())
                .isEqualTo("line 3: A: expected 4 (0x4), found 5 (0x5)");
    }

    @Test
    void a_value_that_has_no_room_is_not_cut() {
        assertThat(run("ADD 5\nSTOP\n; expect: A = 0x105\n").detail())
                .isEqualTo("line 3: A: 261 (0x105) does not fit into its 8 bits");
    }

    @Test
    void memory_is_compared_by_label() {
        assertThat(run("ADD 5\nSTOP\nhere: .byte 7\n; expect: mem[here] = 8\n").detail())
                .isEqualTo("line 4: mem[here]: expected 8 (0x8), found 7 (0x7)");
    }

    @Test
    void a_program_that_never_halts_fails_instead_of_hanging() {
        assertThat(run("again: ADD 1\nJUMP again\n; expect: A = 0\n").detail()).contains("did not halt within");
    }

    @Test
    void an_expected_error_passes_and_another_fails() {
        assertThat(run("ADD 99 ; error: -8..7\n").passed()).isTrue();
        assertThat(run("ADD 9 ; error: no such thing\n").passed()).isFalse();
    }

    @Test
    void a_program_that_promises_nothing_fails() {
        assertThat(run("STOP\n").detail()).contains("it expects nothing");
    }

    private static Case run(String source) {
        return new ExampleProgram(isa(), new SourceFile("examples/e.asm", source), Map::of, InterpretEngine::new).run();
    }

    private static Isa isa() {
        Diagnostics diagnostics = new Diagnostics();
        String yaml = """
            isa: tiny
            doc: Three instructions.
            byte-order: little
            spaces: { mem: { addr: 8, unit: 8 } }
            registers: { A: { width: 8 }, pc: { width: 8, role: pc } }
            asm: { comment: ";" }
            traps: { illegal: { vector: 0 } }
            operands: { n: { int: s4 }, to: { int: s6, relative: next } }
            instructions:
              STOP: { encode: "0x00", do: "halt()" }
              ADD: { encode: "0010 n", asm: "{n}", do: "A = A + n" }
              JUMP: { encode: "01 to", asm: "{to}", do: "pc = to" }
            """;
        Optional<Isa> isa = IsaLoader.load(
                        new SourceFile("tiny.yaml", yaml),
                        name -> Optional.empty(),
                        IsaLoader.Choice.DEFAULT,
                        diagnostics)
                .flatMap(model -> SemanticsChecker.check(model, diagnostics));
        assertThat(diagnostics.list()).isEmpty();
        return isa.orElseThrow();
    }
}
