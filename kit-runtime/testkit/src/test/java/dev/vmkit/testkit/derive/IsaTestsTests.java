package dev.vmkit.testkit.derive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.hart.Engine;
import dev.vmkit.machine.hart.Hart;
import dev.vmkit.testkit.report.Case;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IsaTestsTests {
    private static final String TINY = """
        isa: tiny
        doc: Three instructions.
        byte-order: little
        spaces: { mem: { addr: 8, unit: 8 } }
        registers: { A: { width: 8 }, pc: { width: 8, role: pc } }
        traps: { illegal: { vector: 0 } }
        operands: { n: { int: s4 }, to: { int: s6, relative: next } }
        instructions:
          STOP: { encode: "0x00", do: "halt()" }
          ADD: { encode: "0010 n", asm: "{n}", do: "A = A + n" }
          JNZ: { encode: "01 to", asm: "{to}", do: "if A != 0 { pc = to }" }
        """;

    @Test
    void a_sound_definition_passes_all_and_is_covered() {
        List<Case> cases = IsaTests.run(tiny(), List.of(InterpretEngine::new), Share.ALL, said -> {});
        assertThat(cases).allMatch(Case::passed);
        assertThat(cases.getLast().name()).isEqualTo("semantics coverage is 100 %");
        assertThat(cases.get(1).detail()).isEqualTo("81 encodings of 3 forms"); // 1 + 16 + 64
    }

    @Test
    void a_share_tries_one_in_so_many_but_the_first_of_each_instruction() {
        List<Case> cases = IsaTests.run(tiny(), List.of(InterpretEngine::new), new Share(100), said -> {});
        assertThat(cases).allMatch(Case::passed);
        assertThat(cases.get(1).detail()).isEqualTo("3 encodings of 3 forms");
        assertThat(cases.get(2).detail()).startsWith("2656 words");
        assertThat(cases.get(3).detail()).startsWith("3 lines");
        assertThat(cases.get(4).detail()).isEqualTo("36 steps"); // of 3 instructions, on 2 harts, from 6 states
    }

    @Test
    void two_forms_for_one_word_fail() {
        Isa isa = isa(TINY + "  SUB: { encode: \"0010 n\", asm: \"{n}\", do: \"A = A - n\" }\n");
        assertThat(failures(isa, List.of(InterpretEngine::new)))
                .contains("no bits are two instructions, and no line either");
    }

    @Test
    void an_engine_that_computes_otherwise_fails() {
        Engine.Factory wrong = hart -> new InterpretEngine(withAnotherState(hart));
        assertThat(failures(tiny(), List.of(InterpretEngine::new, wrong)))
                .contains("every instruction does the same in equal states, whichever engine runs it");
    }

    /** An engine that drives another hart than the one it was made for leaves its own untouched. */
    private static Hart withAnotherState(Hart hart) {
        return new Hart(
                hart.isa(),
                java.util.Map.of("mem", hart.space("mem")),
                java.util.Map.of(),
                h -> new InterpretEngine(h));
    }

    private static List<String> failures(Isa isa, List<Engine.Factory> engines) {
        return IsaTests.run(isa, engines, Share.ALL, said -> {}).stream()
                .filter(c -> !c.passed())
                .map(Case::name)
                .toList();
    }

    private static Isa tiny() {
        return isa(TINY);
    }

    private static Isa isa(String yaml) {
        Diagnostics diagnostics = new Diagnostics();
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
