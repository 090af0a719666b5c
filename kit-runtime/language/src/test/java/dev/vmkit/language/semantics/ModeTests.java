package dev.vmkit.language.semantics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.IrPrinter;
import dev.vmkit.language.ir.Specialiser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Operands in addressing modes: the place is computed once, its side effects happen once. */
class ModeTests {

    /** One instruction over every mode; operand register 1, word 7. */
    private static String run(String mode, String body) {
        var isa = Checked.isa(Snippet.file(rest(body, mode.equals("imm") ? "" : "imm")));
        var x = Checked.instruction(isa, "x/" + mode);
        long[] operands = x.form().operands().stream()
                .mapToLong(o -> o.name().equals("w") ? 7 : 1)
                .toArray();
        return IrPrinter.print(Specialiser.specialise(x, operands).body())
                .strip()
                .replace("\n", "; ");
    }

    private static String rest(String body, String except) {
        return """
              w: { int: u16 }
            modes:
              reg: { asm: "{rd}",    at: "rd" }
              mem: { asm: "({rd})",  at: "mem16[rd]" }
              inc: { asm: "({rd})+", at: "mem16[rd]", then: "rd = rd + 2" }
              dec: { asm: "-({rd})", pre: "rd = rd - 2", at: "mem16[rd]" }
              imm: { asm: "#{w}",    tail: w, get: "w" }
              out: { asm: "!{rd}",   get: "rd", set: "io[rd[7:0]] = v" }
            mode-sets:
              m: { "000 rd": reg, "001 rd": mem, "010 rd": inc, "011 rd": dec, "100 000": imm, "101 rd": out }
            instructions:
              x: { encode: "m 00", asm: "{m}", except: { m: [%s] }, do: "%s" }
            """.formatted(except, body);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        reg | a = r[1:64]
        mem | a = mem16[r[1:64]]
        inc | m%1 = mem16[r[1:64]]; r[1:64] = (r[1:64] + 2:16); a = m%1
        dec | r[1:64] = (r[1:64] - 2:16); a = mem16[r[1:64]]
        imm | a = 7:16
        out | a = r[1:64]
        """)
    void reading(String mode, String ir) {
        assertThat(run(mode, "a = m")).isEqualTo(ir);
    }

    @Test
    void readingAndWritingUseTheSamePlaceAndStepOnce() {
        assertThat(run("inc", "b = m; m = b + 1"))
                .isEqualTo("address%0 = r[1:64]; m%1 = mem16[address%0]; r[1:64] = (r[1:64] + 2:16); b = m%1; "
                        + "mem16[address%0] = (b + 1:16)");
        assertThat(run("dec", "m = m + 1"))
                .isEqualTo("r[1:64] = (r[1:64] - 2:16); address%0 = r[1:64]; mem16[address%0] = (mem16[address%0] +"
                        + " 1:16)");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        reg | r[1:64] = b
        mem | mem16[r[1:64]] = b
        inc | mem16[r[1:64]] = b; r[1:64] = (r[1:64] + 2:16)
        dec | r[1:64] = (r[1:64] - 2:16); mem16[r[1:64]] = b
        out | io16[r[1:64][7:0]] = b
        """)
    void writing(String mode, String ir) {
        assertThat(run(mode, "m = b")).isEqualTo(ir);
    }

    @Test
    void aModeThatOnlyReadsCannotBeWritten() {
        assertThat(Snippet.mistakes(rest("m = b", "")))
                .containsExactly("K311 operand 'm' has a mode that cannot be written: imm at m");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        if Z { a = m }; b = m               | twice here, or not at all
        if Z { a = 1 } else { a = m }; m = b | twice here, or not at all
        for i in 0 .. 3 { a = m }           | in every round of the loop
        """)
    void aSideEffectMustNotDependOnThePath(String body, String message) {
        List<String> mistakes = Snippet.mistakes(rest(body, "imm"));
        assertThat(mistakes).hasSize(2).allMatch(m -> m.startsWith("K333 ") && m.contains(message));
    }

    @Test
    void aModeWithoutSideEffectMayBeMentionedOnAnyPath() {
        assertThat(Snippet.mistakes(rest("if Z { a = m }; b = m", "imm, inc, dec")))
                .isEmpty();
    }

    @Test
    void aModeDefinedByItselfIsReported() {
        String circle = rest("a = m", "").replace("at: \"mem16[rd]\" }", "at: \"mem16[m]\" }");
        assertThat(Snippet.mistakes(circle)).anyMatch(m -> m.startsWith("K334 mode mem is defined by itself"));
    }
}
