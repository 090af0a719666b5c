package dev.vmkit.language.isa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.Golden;
import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.DiagnosticPrinter;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.Problem;
import dev.vmkit.language.text.SourceFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every mistake in the structure of a definition is told once, where it stands. */
class MistakesTests {
    /** A sample with one stretch of text replaced. */
    private record Seed(String sample, String from, String to) {
        SourceFile file() {
            String content = Samples.find(sample).orElseThrow().content();
            assertThat(content).as(sample).contains(from);
            int at = content.indexOf(from);
            return new SourceFile(
                    sample + ".yaml", content.substring(0, at) + to + content.substring(at + from.length()));
        }
    }

    private static Seed seed(String sample, String from, String to) {
        return new Seed(sample, from, to);
    }

    private static final List<Seed> ENCODINGS = List.of(
            seed("lc3", "1001 dr sr 111111", "1001 dr sr 11111"),
            seed("lc3", "asm: \"{sr}, {pc9}\"", "asm: \"{pc9}\""),
            seed("lc3", "1100 000 base 000000", "1100 000 000 000000"),
            seed("lc3", "0001 dr sr1 1 imm5", "0001 dr sr1 1 imm6"),
            seed("lc3", "0001 dr sr1 1 imm5", "0001 dr sr1 1 0b101"),
            seed("lc3", "1110 dr pc9", "1110 dr, , pc9"),
            seed("lc3", "asm: \"{pc11}\"", "asm: \"{pc11}, {pc11}\""),
            seed("lc3", "asm: \"{pc11}\"", "asm: \"{pc11\""),
            seed("lc3", "syntax: \"BR{cc} {pc9}\"", "syntax: \" \""),
            seed("rv64i", "boff[12|10:5]", "boff[12|10:6]"),
            seed("rv64i", "boff[12|10:5]", "boff[12|10:4]"),
            seed("rv64i", "boff[4:1|11]", "boff[4:0|11]"),
            seed("rv64i", "boff[12|10:5]", "boff[13|10:5]"),
            seed("rv64i", "boff[12|10:5]", "boff[12|5:10]"),
            seed("rv64i", "boff[12|10:5]", "boff[12|x]"),
            seed("stackvm", "\"0x41, k\"", "\"0x41 k\""),
            seed("mos6502", "\"0x4C, a16\"", "\"0x4C4C4C4C4C4C4C4C4C, a16\""));

    private static final List<Seed> FAMILIES = List.of(
            seed("mos6502", "[\"000\", \"A = A | m1; nz(A)\"]", "[\"000\"]"),
            seed("mos6502", "ORA: [\"000\"", "ORA: [\"00\""),
            seed("mos6502", "ORA: [\"000\"", "ORA: [\"a8\""),
            seed("mos6502", "columns: { aaa: bits, action: do }", "columns: { aaa: bit, action: do }"),
            seed("mos6502", "do: $action", "do: $actoin"),
            seed("mos6502", "let y = m2 + $delta", "let y = m2 + $aaa"),
            seed("mos6502", "encode: \"op 10000, rel\"", "encode: \"op 1000$cond, rel\""),
            seed("chip8", "syntax: \"$syn\"", "syntax: \"$sin\""),
            seed("chip8", "{ op: bits, syn: text, action: do }", "{ op: bits, syn: text, action: do, more: text }"),
            seed("z80", "like: alu/r, with: { r: m }", "like: alu/x, with: { r: m }"),
            seed("z80", "like: alu/r, with: { r: m }", "like: alu/m, with: { r: m }"),
            seed("z80", "like: alu/r, with: { r: m }", "like: alu/r, with: { r: mm }"),
            seed("z80", "prefix: \"0xDD\"", "prefix: \"0xDD n\""),
            seed("z80", "replace: { r: rx,", "replace: { r: IX,"),
            seed("z80", "replace: { r: rx,", "replace: { r: rz,"),
            seed("z80", "skip: [ex/de, EXX", "skip: [ex/df, EXX"),
            seed("mos6502", "PHP: [", "CLC: ["));

    private static final List<Seed> MODES = List.of(
            seed("mos6502", "except: { m1: [imm] }", "except: { m1: [im] }"),
            seed("mos6502", "except: { m1: [imm] }", "except: { m2: [imm] }"),
            seed("mos6502", "\"000\": indx", "\"000\": indz"),
            seed("mos6502", "\"000\": indx", "\"0000\": indx"),
            seed("pdp11", "\"010 111\": imm", "\"001 101\": imm"),
            seed("pdp11", "\"000 gx\": reg", "\"000 gy\": reg"),
            seed("pdp11", "asm: \"{gx}\",    at: \"gx\"", "asm: \"{gx}\""),
            seed("pdp11", "asm: \"{gx}\",    at: \"gx\"", "asm: \"{gx}\", at: \"gx\", get: \"gx\""),
            seed("pdp11", "tail: w, get: \"w\"", "get: \"w\""),
            seed("pdp11", "tail: w, get: \"w\"", "tail: ww, get: \"w\""),
            seed("pdp11", "asm: \"#{w}\", ", "asm: \"#{ww}\", "),
            seed("pdp11", "w:   { int: u16 }", "w:   { int: u0 }"),
            seed("pdp11", "asm: \"#{w}\", ", "asm: \"#\", "),
            seed("mos6502", "tail: a16, at: \"mem8[a16]\"", "tail: \"a16 0\", at: \"mem8[a16]\""));

    private static final List<Seed> NAMES = List.of(
            seed("lc3", "usp, ssp: {", "usp, if: {"),
            seed("lc3", "usp, ssp: {", "usp, 2nd: {"),
            seed("lc3", "usp, ssp: {", "usp, : {"),
            seed("lc3", "usp, ssp: {", "usp, r3: {"),
            seed("lc3", "usp, ssp: {", "usp, usp: {"),
            seed("lc3", "{ reg: r }", "{ reg: rr }"),
            seed("lc3", "{ reg: r }", "{ reg: r, onyl: 3 }"),
            seed("lc3", "  setcc(b16 v): |", "  setcc b16 v: |"),
            seed("lc3", "trap: \"enter(vector)\"", "tarp: \"enter(vector)\""),
            seed("lc3", "HALT: \"TRAP 0x25\"", "HALT {vex}: \"TRAP 0x25\""),
            seed("lc3", "HALT: \"TRAP 0x25\"", "HALT {vec}: \"TRAP 0x25\""),
            seed("lc3", "HALT: \"TRAP 0x25\"", "HALT: \"TRAP {vec}\""),
            seed("stackvm", "fetch: code", "fetch: cood"),
            seed("stackvm", "fetch: code", "doc2: code"),
            seed("stackvm", "fetch: code\n", ""),
            seed("s360", "names: [R0, R1, R2", "names: [R0, R1, R1"),
            seed("s360", "names: [R0, R1, R2", "names: [R1, R2"),
            seed("z80", "[B, C, D, E, H, L, _, A] }          #", "[B, C, D, E, H, L, _, AA] }          #"),
            seed("rv64i", "over: phys", "over: phis"),
            seed("rv64i", "over: phys", "over: mem"),
            seed("rv64i", "translate: translate", "translate: translat"),
            seed("rv64i", "of: mstatus", "of: mstatos"),
            seed("rv64i", "mcause:  { at: 0x342 }", "mcause:  { at: 0x341 }"),
            seed(
                    "rv64i",
                    "names: { mstatus: 0x300, mtvec: 0x305, mepc: 0x341, mcause: 0x342, satp: 0x180 }",
                    "names: csrs"),
            seed("rv64iac", "is: \"ebreak()\"", "is: \"ebraek()\""),
            seed("rv64iac", "is: \"ebreak()\"", "is: \"ebreak\""),
            seed("rv64iac", "lw(rd: rdq, rs1: rs1q, imm12: u7)", "lw(rd: rdq, rs1: rs1q, imm1: u7)"),
            seed("rv64iac", "lw(rd: rdq, rs1: rs1q, imm12: u7)", "lw(rd: rdq, rs1: rs1q)"),
            seed("rv64iac", "lw(rd: rdq, rs1: rs1q, imm12: u7)", "lw(rd: rdq, rs1: rs9q, imm12: u7)"),
            seed("rv64iac", "extends: rv64i", "extends: rv46i"),
            seed("rv64iac", "extends: rv64i", "extends: rv64iac"),
            seed("rv64iac", "c.ebreak: {", "ebreak: {"),
            seed("rv64iac", "c.ebreak: {", "c.ebreak: { replace: true,"),
            seed("rv64iac", "lr.w: { when: A,", "lr.w: { when: \"A && B\","),
            seed("rv64iac", "lr.w: { when: A,", "lr.w: { when: A, overrides: [lr.x],"));

    private static final List<Seed> VALUES = List.of(
            seed("lc3", "isa: lc3", "asi: lc3"),
            seed("lc3", "byte-order: big", "byte-order: large"),
            seed("lc3", "r:        { count: 8, width: 16", "r:        { count: 8, width: 65"),
            seed("lc3", "r:        { count: 8, width: 16", "r:        { count: 70000, width: 16"),
            seed("lc3", "r:        { count: 8, width: 16", "r:        { count: 8, width: wide"),
            seed("lc3", "r:        { count: 8, width: 16", "r:        { count: 8, width: 8 8"),
            seed("lc3", "reset: 0x8002", "reset: 0x18002"),
            seed("lc3", "PRIV: 15", "PRIV: 16"),
            seed("lc3", "\"10:8\"", "\"8:10\""),
            seed("lc3", "\"10:8\"", "\"10..8\""),
            seed("lc3", "unit: 16", "unit: 12"),
            seed("lc3", "role: pc", "role: cp"),
            seed("lc3", ", role: pc", ""),
            seed("lc3", "reset: 0x8002", "reset: 0x8002, role: timer, line: 3"),
            seed("lc3", "reset: 0x8002", "reset: 0x8002, role: timer"),
            seed("lc3", "reset: 0x8002", "reset: 0x8002, line: 3"),
            seed("lc3", "reset: 0x8002", "reset: 0x8002, offset: r"),
            seed("lc3", "r:        { count: 8, width: 16", "r:        { role: pc, count: 8, width: 16"),
            seed("lc3", "{ int: s5 }", "{ int: 5 }"),
            seed("lc3", "{ int: s5 }", "{ int: s5, step: 3 }"),
            seed("lc3", "{ int: s5 }", "{ int: s5, not: 16 }"),
            seed("lc3", "{ int: s5 }", "{ int: s5, reg: r }"),
            seed("lc3", "{ int: s5 }", "{ size: s5 }"),
            seed("lc3", "{ int: s5 }", "{ int: s5, relative: pp }"),
            seed("lc3", "base: { reg: r }", "base: { reg: r, only: 3..8 }"),
            seed("lc3", "base: { reg: r }", "base: { reg: r, only: 3-8 }"),
            seed("lc3", "n: 4,", "n: -4,"),
            seed("lc3", "where: \"cc != 0\"", "unused: yes"),
            seed("lc3", "asm: \"{base}\",             do: \"pc = base\"", "asm: \"{base}\""),
            seed("rv64i", "choices: [32, 64]", "choices: [16, 32]"),
            seed(
                    "rv64i",
                    "features: { M: { default: \"true\" }",
                    "variants: { rv32: { XLEM: 32 } }\nfeatures: { M: { default: \"true\" }"),
            seed(
                    "rv64i",
                    "features: { M: { default: \"true\" }",
                    "variants: { rv32: { M: 32 } }\nfeatures: { M: { default: \"true\" }"));

    private static List<Diagnostic> mistakes(SourceFile file) {
        Diagnostics diagnostics = new Diagnostics();
        IsaLoader.load(file, Samples::find, IsaLoader.Choice.DEFAULT, diagnostics);
        return diagnostics.list();
    }

    /** The messages about each seed, in full. */
    private static String report(List<Seed> seeds) {
        StringBuilder out = new StringBuilder();
        for (Seed seed : seeds) {
            out.append("# ")
                    .append(seed.sample())
                    .append(": ")
                    .append(seed.from().strip())
                    .append("  ->  ");
            out.append(seed.to().strip().replace("\n", "\\n")).append('\n');
            FOUND.get(seed).forEach(d -> out.append(DiagnosticPrinter.plain().print(d)));
            out.append('\n');
        }
        return out.toString();
    }

    private static final Map<Seed, List<Diagnostic>> FOUND = new LinkedHashMap<>();

    @BeforeAll
    static void loadAll() {
        for (List<Seed> seeds : List.of(ENCODINGS, FAMILIES, MODES, NAMES, VALUES)) {
            seeds.forEach(seed -> FOUND.put(seed, mistakes(seed.file())));
        }
    }

    @Test
    void inEncodingsAndSyntax() {
        Golden.check("isa/mistakes-encodings.txt", report(ENCODINGS));
    }

    @Test
    void inFamiliesCopiesAndTables() {
        Golden.check("isa/mistakes-families.txt", report(FAMILIES));
    }

    @Test
    void inModes() {
        Golden.check("isa/mistakes-modes.txt", report(MODES));
    }

    @Test
    void inNames() {
        Golden.check("isa/mistakes-names.txt", report(NAMES));
    }

    @Test
    void inValues() {
        Golden.check("isa/mistakes-values.txt", report(VALUES));
    }

    @Test
    void everyKindOfMistakeIsAmongThem() {
        Set<Problem> missing = new LinkedHashSet<>(Arrays.asList(IsaProblem.values()));
        FOUND.values().forEach(found -> found.forEach(d -> missing.remove(d.problem())));
        assertThat(missing).containsExactly(IsaProblem.TOO_MANY);
    }

    @Test
    void oneMistakeIsToldOnce() {
        List<String> noisy = new ArrayList<>();
        FOUND.forEach((seed, found) -> {
            if (found.size() != 1) {
                noisy.add(seed.sample() + ": " + seed.from() + " -> " + seed.to() + ": " + found.size());
            }
        });
        assertThat(noisy).containsExactly("stackvm: fetch: code -> doc2: code: 2");
    }

    @Test
    void tooManyFormsAreRefused() {
        StringBuilder modes = new StringBuilder();
        for (int i = 0; i < 256; i++) {
            String bits = Integer.toBinaryString(256 + i).substring(1);
            modes.append("\"").append(bits).append("\": { asm: m").append(i).append(", get: \"0\" }, ");
        }
        String definition = """
            isa: wide
            spaces: { mem: { addr: 16, unit: 8 } }
            registers: { pc: { width: 16, role: pc } }
            operands:
              a, b, c: { choice: { %s } }
            instructions:
              X: { encode: "a, b, c", asm: "{a}, {b}, {c}", do: "" }
            """.formatted(modes);
        assertThat(Samples.mistakes(new SourceFile("wide.yaml", definition)))
                .containsExactly("wide.yaml:7:3 K262 instruction X: with it there are more than 100000 forms");
    }
}
