package dev.vmkit.testkit.differential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import dev.vmkit.machine.execute.InterpretEngine;
import dev.vmkit.machine.translate.TranslateEngine;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What students begin with is smaller than any real instruction set. */
class SmallIsaTests {
    private static final String SMALL = """
        isa: small
        doc: Sixteen words of code, four ports, one instruction of each kind.
        byte-order: big
        fetch: code
        spaces: { code: { addr: 4, unit: 16 }, port: { addr: 2, unit: 8 } }
        registers: { A: { width: 8 }, pc: { width: 4, role: pc } }
        traps: { illegal: { vector: 0 } }
        operands: { n: { int: u8 }, to: { int: u4 } }
        externs: { "b8 ask(b8 a)": { device: host } }
        instructions:
          SET:  { encode: "0x01 n", asm: "{n}", do: "A = n" }
          OUT:  { encode: "0x02 n", asm: "{n}", do: "port[trunc(n, 2)] = A" }
          IN:   { encode: "0x03 n", asm: "{n}", do: "A = A + port[trunc(n, 2)]" }
          ASK:  { encode: "0x04 n", asm: "{n}", do: "A = ask(n)" }
          JNZ:  { encode: "0x05 0000 to", asm: "{to}", do: "if A != 0 { pc = to }" }
          STOP: { encode: "0x0600", do: "halt()" }
        """;

    private static final String EMPTY = """
        isa: empty
        doc: Nothing yet.
        byte-order: big
        spaces: { mem: { addr: 16, unit: 8 } }
        registers: { pc: { width: 16, role: pc } }
        traps: { illegal: { vector: 0 } }
        instructions: {}
        """;

    @Test
    void spaces_of_a_few_addresses_are_no_obstacle() {
        Fuzzer fuzzer = fuzzer(SMALL);
        for (long seed = 0; seed < 100; seed++) {
            assertThat(fuzzer.run(seed).map(Finding::report)).isEmpty();
        }
        assertThat(fuzzer.cases()).isEqualTo(100);
        assertThat(fuzzer.instructions()).isGreaterThan(10_000);
    }

    @Test
    void without_instructions_there_are_no_programs() {
        Fuzzer fuzzer = fuzzer(EMPTY);
        assertThat(fuzzer.run(0)).isEmpty();
        assertThat(fuzzer.cases()).isZero();
    }

    private static Fuzzer fuzzer(String yaml) {
        Diagnostics diagnostics = new Diagnostics();
        Isa isa = IsaLoader.load(
                        new SourceFile("isa.yaml", yaml),
                        name -> Optional.empty(),
                        IsaLoader.Choice.DEFAULT,
                        diagnostics)
                .flatMap(model -> SemanticsChecker.check(model, diagnostics))
                .orElseThrow(() -> new AssertionError(diagnostics.list()));
        return new Fuzzer(new Target("small", isa, List.of()), InterpretEngine::new, TranslateEngine::eager);
    }
}
