package dev.vmkit.language.semantics;

import dev.vmkit.language.Golden;
import dev.vmkit.language.isa.Samples;
import dev.vmkit.language.text.DiagnosticPrinter;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Mistakes as they are made, one at a time in a sample that is right, and the whole message that each earns. */
class SeededMistakesTests {
    /** What is replaced in which sample, and by what. */
    private record Seed(String sample, String from, String to) {
        SourceFile file() {
            String content = Samples.find(sample).orElseThrow().content();
            if (!content.contains(from)) {
                throw new AssertionError(sample + " has no '" + from + "'");
            }
            return new SourceFile(
                    sample + ".yaml", content.replaceFirst(Pattern.quote(from), Matcher.quoteReplacement(to)));
        }
    }

    private static final Seed[] SEEDS = {
        new Seed("lc3", "dr = sr1 + sr2;", "dr = sr1 + sr3;"),
        new Seed("lc3", "N = v[15]\n", "N = v[16]\n"),
        new Seed("lc3", "P = !(v[15] | (v == 0))", "P = !v"),
        new Seed("lc3", "if PRIV { raise privilege() }", "if PRIV + PRIV { raise privilege() }"),
        new Seed("lc3", "raise privilege()", "raise priviledge()"),
        new Seed("lc3", "r[7] = next; pc = pc11", "r[8] = next; pc = pc11"),
        new Seed("lc3", "do: \"pc = base\"", "do: \"pc = base; pc = next\""),
        new Seed("rv64i", "\"sext(mem8[a])\"", "\"mem8[a]\""),
        new Seed("rv64i", "do: \"let a = rs1 + imm12; rd", "do: \"let a = rs1 + imm21; rd"),
        new Seed("rv64i", "match prv { 0 { raise ecall_u(0) }", "match prv { 0 { raise ecal_u(0) }"),
        new Seed(
                "rv64i",
                "let t = (rs1 + imm12) & ~1; jump(t); rd = next",
                "let t = (rs1 + imm12) & ~1; rd = next; jump(t)"),
        new Seed("mos6502", ", except: { m1: [imm] }, do: \"m1 = A\"", ", do: \"m1 = A\""),
        new Seed("mos6502", "C = sum[8]", "C = sum[8:7]"),
        new Seed("mos6502", "let b9 sum = zext", "let sum = zext"),
        new Seed("mos6502", "cmp(b8 r, b8 m): \"let d = r - m;", "cmp(b8 r, b8 m): \"let d = r - m[3:0];"),
        new Seed("z80", "let b9 s = zext(a) + zext(b) + zext(c)", "let b9 s = zext(a) + zext(b) + c"),
        new Seed("z80", "do: \"rr = rr + 1\"", "do: \"rr = rr + q\""),
        new Seed("rv64iac", "is: \"jal(rd: zero, joff: j12)\"", "is: \"jal(rd: zero, joff: 3)\""),
        new Seed("rv64iac", "where: \"#rd != 0\", is: \"addiw", "where: \"rd != 0\", is: \"addiw"),
        new Seed("chip8", "skip(x == nn)", "skip(x == y)"),
        new Seed("chip8", "do: \"x = x + nn\"", "do: \"x = x + x\""),
        new Seed("pdp11", "let b16 t = src; dst = t;", "if Z { let b16 t = src; dst = t };"),
    };

    @Test
    void everySeededMistakeIsExplained() {
        StringBuilder out = new StringBuilder();
        for (Seed seed : SEEDS) {
            Diagnostics diagnostics = new Diagnostics();
            Checked.check(seed.file(), diagnostics);
            out.append("# ").append(seed.sample).append(": ");
            out.append(seed.from.strip())
                    .append("  =>  ")
                    .append(seed.to.strip().replace("\n", "\\n"));
            out.append("\n\n")
                    .append(DiagnosticPrinter.plain().print(diagnostics.list()))
                    .append('\n');
        }
        Golden.check("semantics/seeded-mistakes.txt", out.toString());
    }
}
