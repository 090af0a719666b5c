package dev.vmkit.language.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.Golden;
import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.isa.Samples;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.DiagnosticPrinter;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The twenty mistakes of the language's design (section 5), each made in a sample, with all that a person is told. */
class TwentyMistakesTests {

    /** What is replaced in which sample, and by what. */
    private record Seed(String sample, String from, String to) {
        SourceFile file() {
            String content = Samples.find(sample).orElseThrow().content();
            assertThat(content).contains(from);
            int at = content.indexOf(from);
            return new SourceFile(
                    sample + ".yaml", content.substring(0, at) + to + content.substring(at + from.length()));
        }
    }

    private static final List<Seed> SEEDS = List.of(
            new Seed("lc3", "\"1001 dr sr 111111\"", "\"1001 dr sr 11111\""),
            new Seed("lc3", "\"1100 000 base 000000\"", "\"0101 000 base 000000\""),
            new Seed("lc3", "dr = sr1 + sr2;", "dr = sr1 + sr3;"),
            new Seed("lc3", "N = v[15]\n", "N = v[16]\n"),
            new Seed("lc3", "\"0011 sr pc9\",         asm: \"{sr}, {pc9}\"", "\"0011 sr pc9\",         asm: \"{pc9}\""),
            new Seed("lc3", "P = !(v[15] | (v == 0))", "P = !v"),
            new Seed("rv64i", "boff[12|10:5] rs2", "boff[12|10:6] 0 rs2"),
            new Seed("rv64i", "f3 boff[4:1|11]", "f3 boff[4:1|10]"),
            new Seed("rv64i", "\"sext(mem8[a])\"", "\"mem8[a]\""),
            new Seed("rv64i", "do: \"let a = rs1 + imm12; rd", "do: \"let a = rs1 + imm21; rd"),
            new Seed("mos6502", ", except: { m1: [imm] }, do: \"m1 = A\"", ", do: \"m1 = A\""),
            new Seed("mos6502", "C = sum[8]", "C = sum[8:7]"),
            new Seed("mos6502", "let b9 sum = zext", "let sum = zext"),
            new Seed("mos6502", "ORA: [\"000\", \"A = A | m1; nz(A)\"]", "ORA: [\"000\"]"),
            new Seed("z80", "let b9 s = zext(a) + zext(b) + zext(c)", "let b9 s = zext(a) + zext(b) + c"),
            new Seed("rv64i", "match prv { 0 { raise ecall_u(0) }", "match prv { 0 { raise ecal_u(0) }"),
            new Seed("chip8", "encode: \"0x7 x nn\"", "encode: \"0x7 x n 0x0\""),
            new Seed("mos6502", "cmp(b8 r, b8 m): \"let d = r - m;", "cmp(b8 r, b8 m): \"let d = r - m[3:0];"),
            new Seed(
                    "rv64iac",
                    "is: \"addi(rd: rdq, rs1: sp, imm12: u10)\"",
                    "is: \"addi(rd: rdq, rs1: rs9, imm12: u10)\""),
            new Seed("lc3", "if PRIV { raise privilege() }", "if PRIV + PRIV { raise privilege() }"));

    @Test
    void eachOfTheTwentyIsExplainedAtItsCharacters() {
        StringBuilder out = new StringBuilder();
        for (Seed seed : SEEDS) {
            Diagnostics diagnostics = new Diagnostics();
            IsaLoader.load(seed.file(), Samples::find, IsaLoader.Choice.DEFAULT, diagnostics)
                    .flatMap(model -> SemanticsChecker.check(model, diagnostics))
                    .ifPresent(isa -> CodecChecks.check(isa, diagnostics));
            assertThat(diagnostics.hasErrors()).as(seed.to()).isTrue();
            out.append("# ")
                    .append(seed.sample())
                    .append(": ")
                    .append(seed.to().strip())
                    .append("\n\n");
            out.append(DiagnosticPrinter.plain().print(diagnostics.list())).append('\n');
        }
        Golden.check("mistakes/twenty.txt", out.toString());
    }
}
