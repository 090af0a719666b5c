package dev.vmkit.language.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.Golden;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Samples;
import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AssemblerMistakesTests {
    private static final Isa LC3 = Isas.lc3();
    private static final Isa RV = SampleIsas.load("rv64iac");
    private static final Isa MOS = SampleIsas.load("mos6502");
    private static final Isa STACK = SampleIsas.load("stackvm");
    private static final Isa RELAX = Isas.relaxing();

    private static final Map<String, Assembler> ASSEMBLERS = new TreeMap<>();

    /** The messages as {@code line:column code message | hint | other place}. */
    private static List<String> mistakes(Isa isa, String source) {
        Diagnostics diagnostics = new Diagnostics();
        Assembler assembler = ASSEMBLERS.computeIfAbsent(isa.name(), name -> Assembler.of(isa));
        Optional<Program> program = assembler.assemble(new SourceFile("a.asm", source), diagnostics);
        assertThat(program.isPresent()).isNotEqualTo(diagnostics.hasErrors());
        return diagnostics.list().stream().map(AssemblerMistakesTests::show).toList();
    }

    private static String show(Diagnostic d) {
        String at = d.at().map(s -> s.line() + ":" + s.column()).orElse("?");
        String hint = d.hint().isEmpty() ? "" : " | " + d.hint();
        String related = d.related().isEmpty()
                ? ""
                : " | " + d.related().getFirst().at().line() + ":"
                        + d.related().getFirst().at().column();
        return at + " " + d.problem().code() + " " + d.message() + hint + related;
    }

    /** Sources with mistakes of every kind; the golden file shows what is said of each. */
    private static final List<Case> CASES = List.of(
            new Case("unknown names", LC3, " addd R1, R2, R3\n LD R0, lopp\nloop ADD R1, R1, #1\n.wrod 3\n frob R1"),
            new Case("operands of no form", LC3, " ADD R9, R1, R2\n ADD R1, R2\n NOT R1, R2, R3\n LDR R1, R2, R3"),
            new Case("operands of no form", MOS, " LDA ($10)\n STA #5\n JMP ($1234),Y"),
            new Case("operands of no form", RV, " c.lw t0, 0(a0)\n lw a0, sp"),
            new Case("values that do not fit", LC3, " ADD R1, R2, #40\n LDR R1, R2, #-33\n TRAP x100"),
            new Case("values that do not fit", LC3, " BR far\n .BLKW 256\nfar RET"),
            new Case(
                    "values that do not fit",
                    RV,
                    " addi a0, a0, 2048\n c.addi4spn a0, 0\n c.addiw zero, 1\n lui a0, 0x100000"),
            new Case("values that do not fit", RELAX, "x: JMP $20000\n SET R1, 65536"),
            new Case("branch targets between instructions", RV, " j odd\n .byte 1\nodd: nop"),
            new Case("labels", LC3, "a: RET\na: RET\nR1: RET\nx10: RET\nRETT\n.equ a, 3"),
            new Case("labels", RELAX, ".equ p, q\nq = p + 1\n.byte p"),
            new Case("labels", LC3, ".global missing"),
            new Case(
                    "expressions",
                    RELAX,
                    ".byte 1 +\n"
                            + ".byte (1\n"
                            + ".byte 4 / (2 - 2)\n"
                            + ".byte 300\n"
                            + ".byte 12ab\n"
                            + ".byte R1\n"
                            + ".byte $10000000000000000"),
            new Case(
                    "strings and characters",
                    RELAX,
                    ".ascii \"abc\n.ascii \"a\\q\"\n.byte 'ab'\n.byte §\n.ascii 3\n.ascii \"a\" \"b\""),
            new Case(
                    "directives",
                    RELAX,
                    ".org\n.align 3\n.space later\nlater: .equ\n.byte\n.p2align 40\n.org 1, 2\n.global 3"),
            new Case("directives", STACK, ".section .x, dtaa\n.data\n halt\n.section .data, code"),
            new Case(
                    "addresses that are taken or do not exist",
                    LC3,
                    " .ORIG x3000\n .FILL 1\n .FILL 2\n .ORIG x3001\n .FILL 3"),
            new Case("addresses that are taken or do not exist", LC3, " .ORIG xFFFF\n .FILL 1\n .FILL 2\n .FILL 3"),
            new Case(
                    "sizes are bounded before memory is taken",
                    RV,
                    ".fill 0x100000000\n.fill 0x3000000\n.fill 0x3000000\n.space -1"));

    private record Case(String about, Isa isa, String source) {}

    @Test
    void everyMistakeIsToldWithItsPlace() {
        StringBuilder told = new StringBuilder();
        for (Case c : CASES) {
            told.append("=== ")
                    .append(c.about)
                    .append(" (")
                    .append(c.isa.name())
                    .append(")\n");
            told.append(c.source).append("\n---\n");
            mistakes(c.isa, c.source).forEach(m -> told.append(m).append('\n'));
        }
        Golden.check("codec/mistakes.txt", told.toString());
    }

    @Test
    void aliasesThatStandForThemselves() {
        String sample = Samples.find("lc3").orElseThrow().content();
        SourceFile endless = new SourceFile(
                "endless.yaml",
                sample.replace("isa: lc3", "isa: endless").replace("HALT: \"TRAP 0x25\"", "HALT: [HALT, HALT]"));
        assertThat(mistakes(SampleIsas.check(endless), " HALT"))
                .containsExactly("1:2 K422 'HALT' stands for itself, or for too many levels");
    }

    /** Whatever is typed, there are located messages or a program, and never an exception. */
    @Test
    void nothingTypedBreaksTheAssembler() {
        Random random = new Random(7);
        String[] pieces = {
            "ADD",
            "R1",
            ",",
            " ",
            "#",
            "x",
            "-",
            "(",
            ")",
            "'",
            "\"",
            "\\",
            ".FILL",
            ".ORIG",
            ":",
            "a",
            "1",
            "\n",
            ";",
            "%",
            "<",
            ">",
            "*",
            "=",
            "+",
            "~",
            "$",
            ".",
            "{",
            "}",
            "[",
            "BR",
            "RET",
            ".STRINGZ",
            ".END",
            "\t",
            "é",
            "lw",
            "A"
        };
        for (Isa isa : List.of(LC3, RV, MOS, RELAX)) {
            for (int run = 0; run < 1500; run++) {
                StringBuilder source = new StringBuilder();
                for (int i = random.nextInt(25); i >= 0; i--) {
                    source.append(pieces[random.nextInt(pieces.length)]);
                }
                mistakes(isa, source.toString());
            }
        }
    }

    @Test
    void deepAndLongExpressionsAreRefused() {
        assertThat(mistakes(RELAX, ".byte " + "(".repeat(100_000))).hasSize(1);
        assertThat(mistakes(RELAX, ".byte " + "-".repeat(9_000) + "1")).hasSize(1);
        assertThat(mistakes(RELAX, ".byte 0" + "+1".repeat(4_000))).hasSize(1);
    }

    @Test
    void constantsThatDoubleEachOtherAreComputedOnce() {
        StringBuilder source = new StringBuilder("a0 = 0\n");
        for (int i = 1; i < 90; i++) {
            source.append("a%d = a%d + a%d\n".formatted(i, i - 1, i - 1));
        }
        assertThat(mistakes(RELAX, source + ".byte a89")).isEmpty();
    }

    @Test
    void aSourceOfMistakesIsGivenUp() {
        assertThat(mistakes(RELAX, "frob\n".repeat(1) + " frob 1\n".repeat(100_000)))
                .hasSize(200);
        assertThat(mistakes(RELAX, " JMP nowhere\n".repeat(20_000))).hasSize(200);
    }

    /** Each branch just reaches its target until the branch in between grows, from the last one back to the first. */
    @Test
    void longChainsOfGrowingBranchesEnd() {
        StringBuilder source = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            source.append("l%d: JMP l%d\n.space %d\n".formatted(i, i + 2, 62 + i % 2));
        }
        source.append("l400: JMP l401\n.space 200\nl401: NOP");
        Program program = AssemblerTests.program(RELAX, source.toString());
        assertThat(program.lines().stream().filter(Program.Line::instruction).mapToInt(Program.Line::units))
                .endsWith(3, 3, 3, 2)
                .startsWith(3, 3);
    }
}
