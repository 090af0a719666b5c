package dev.vmkit.language.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Samples;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AssemblerTests {
    private static final Isa LC3 = Isas.lc3();
    private static final Isa RV = SampleIsas.load("rv64iac");
    private static final Isa MOS = SampleIsas.load("mos6502");
    private static final Isa Z80 = SampleIsas.load("z80");
    private static final Isa PDP = SampleIsas.load("pdp11");
    private static final Isa RELAX = Isas.relaxing();

    /** The bytes of each segment behind its address. */
    private static String assemble(Isa isa, String source) {
        return program(isa, source).segments().stream()
                .map(s -> "%X: %s"
                        .formatted(
                                s.address(),
                                HexFormat.ofDelimiter(" ").withUpperCase().formatHex(s.bytes())))
                .collect(Collectors.joining("\n"));
    }

    /** The program of a source without mistakes. */
    static Program program(Isa isa, String source) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Program> program = Assembler.of(isa).assemble(new SourceFile("a.asm", source), diagnostics);
        return program.orElseThrow(() -> new AssertionError(diagnostics.list().stream()
                .map(d -> d.at() + " " + d.message())
                .limit(5)
                .toList()));
    }

    @Test
    void bareDigitsAreOctalWhereTheDefinitionCountsSo() {
        assertThat(assemble(Isas.octal(), """
                    SET R1, #177776
                    SET R2, #10.        ; a dot makes it decimal
                    ADD R3, #-10
                    .word 0x10, 0o17, 20
            """)).isEqualTo("0: 01 10 FE FF 02 10 0A 00 03 20 F8 FF 10 00 0F 00 10 00");
    }

    @Test
    void aMinusStandsForAPlusWhereANumberFollowsThoughElsewhereARegisterDoes() {
        assertThat(assemble(Isas.indexed(), " LD (IX+r2)\n LD (IX+5)\n LD (IX-5)\n"))
                .isEqualTo("0: 02 04 05 04 FB");
    }

    @Test
    void evenGoesOnAtAnEvenAddress() {
        assertThat(assemble(Isas.octal(), " .byte 1\n .even\n .byte 2\n .byte 3\n .even\n .byte 4\n"))
                .isEqualTo("0: 01 00 02 03 04");
    }

    @Test
    void aNegativeStepLeadsBack() {
        assertThat(assemble(Isas.octal(), "LOOP: SET R1, #1\n SOB R1, LOOP\n SOB R1, .\n"))
                .isEqualTo("0: 01 10 01 00 43 7E 41 7E");
    }

    @Test
    void aNegativeStepReachesAsFarAsAnAddressIsWide() {
        assertThat(assemble(Isas.octal(), " FAR .\n .space 0x8FFC\n FAR 2\n FAR 0x9004\n"))
                .isEqualTo("0: 00 40 04 00" + " 00".repeat(0x8FFC) + " 00 40 02 90 00 40 04 00");
        assertThatThrownBy(() -> assemble(Isas.octal(), " SOB R1, 6\n"))
                .hasMessageEndingWith("target 0x6 is 4 away; back reaches -126..0 in steps of 2]");
    }

    @Test
    void aDistanceWithABiasWrapsLikeAnAddress() {
        assertThat(assemble(Isas.octal(), "LOAD R0, 4, 0\n LOAD R0, 0, 0\n LOAD R0, 177776, 0\n"))
                .isEqualTo("0: 00 30 00 00 00 00 00 30 F6 FF 00 00 00 30 EE FF 00 00");
    }

    @Test
    void readsTheTextbooksWayOfWriting() {
        assertThat(assemble(LC3, """
            ; counts down
                    .ORIG x3000
                    AND  R0, R0, #0
                    add  r0,r0,#10     ; case does not count
            LOOP    ADD  R0, R0, #-1
                    BRp  LOOP
            NEXT
                    LEA R0, TEXT
                    TRAP x25
            TEXT    .STRINGZ "Hi\\n"
            COUNT   .FILL x-1
                    .FILL COUNT
            ROOM    .BLKW #2
                    .END
            anything may stand here
            """.replace("x-1", "#-1")))
                .isEqualTo("3000: 50 20 10 2A 10 3F 03 FE E0 01 F0 25 00 48 00 69 00 0A 00 00 FF FF 30 0A 00 00 00 00");
    }

    @Test
    void readsLinesThatBeginWithASignOrAnOperand() {
        assertThat(assemble(Isas.equations(), """
            (LOOP) @5              // a number
                   D=D+1;JMP
            0;JMP
            A=-D
            @LOOP
            """)).isEqualTo("0: 05 00 0D 80 01 80 16 80 00 00");
    }

    @Test
    void whatInstructionsBeginWithIsNoConstant() {
        for (String mistake : List.of("D=Q", "D=D+9", "D = D+1", "A =1")) {
            assertThatThrownBy(() -> assemble(Isas.equations(), mistake + "\n@D\n"))
                    .hasMessageContaining("a.asm:1:");
        }
        assertThat(assemble(Isas.equations(), "DD=5\n@DD\n")).isEqualTo("0: 05 00");
    }

    @Test
    void givesNumbersToSymbolsThatNothingDefinesWhereTheyAreVariables() {
        assertThat(assemble(Isas.equations(), "@first\n@second\n@first\n@SCREEN\n@LATER\n(LATER)\n"))
                .isEqualTo("0: 10 00 11 00 10 00 00 40 05 00");
        assertThat(assemble(Isas.equations(), "SCREEN = 7\n@SCREEN\n")).isEqualTo("0: 07 00");
    }

    @Test
    void continuesAfterEndAtTheNextOrigin() {
        assertThat(assemble(LC3, " .ORIG x10\n RET\n .END\n junk\n .ORIG x20\n NOP\n .END"))
                .isEqualTo("10: C1 C0\n20: 00 00");
    }

    @Test
    void readsSyntaxOfManyKinds() {
        assertThat(assemble(
                        RV, "lw a0, 8(sp)\namoadd.w.aq t0, t1, (a0)\nc.lwsp a0, 4(sp)\nfence rw, 0\nlui a0, 0xFFFFF"))
                .isEqualTo("0: 03 25 81 00 AF 22 65 04 12 45 0F 00 00 03 37 F5 FF FF");
        assertThat(assemble(
                        Z80, "ld a,(ix-2)\nLD (IX+1),B\nex af,af' ; ' \nld hl,(0x1234)\njp nz,0x1234\nset 3,(iy+5)"))
                .isEqualTo("0: DD 7E FE DD 70 01 08 2A 34 12 C2 34 12 FD CB 05 DE");
        assertThat(assemble(PDP, "mov #5, @#0x100\nadd (r1)+, -(sp)\ncmp 4(r2), r3"))
                .isEqualTo("0: DF 15 05 00 00 01 66 64 83 2C 04 00");
    }

    @Test
    void takesTheShortestFormThatFits() {
        assertThat(assemble(MOS, "LDA $10\nLDA $110\nLDA zero\nLDA far\nzero = $20\n.org $200\nfar: RTS"))
                .isEqualTo("0: A5 10 AD 10 01 A5 20 AD 00 02\n200: 60");
        assertThat(assemble(MOS, "LDA/abs $10\nORA/abs $0\nJMP ($1234)\nLDA ($10),Y\nLDA #<$1234\nLDA #>$1234"))
                .isEqualTo("0: AD 10 00 0D 00 00 6C 34 12 B1 10 A9 34 A9 12");
    }

    @Test
    void growsBranchesOnlyWhereTheyMustReachFar() {
        String near = assemble(RELAX, "a: JMP b\n .space 127\nb: JMP a");
        assertThat(near).startsWith("0: 10 7F 00").endsWith(" 11 7C FF");
        String far = assemble(RELAX, "a: JMP b\n .space 128\nb: JMP a");
        assertThat(far).startsWith("0: 11 80 00 00").endsWith(" 11 7A FF");
    }

    @Test
    void growingOneBranchMayMakeAnotherGrow() {
        assertThat(assemble(RELAX, "JMP x\nJMP y\n.space 125\nx: .space 3\ny:")).startsWith("0: 11 80 00 11 80 00 00");
    }

    @Test
    void computesExpressions() {
        assertThat(assemble(RELAX, """
            k = 3
              .equ m, k * 2
              .byte 1 + 2 * 3, (1 + 2) * 3, -k, ~0, 7 / 2, 7 % 4, 1 << 4 | 1, $F0 >> 4, 6 & 3, 6 ^ 3, 'A', %101
              .byte later - here, <$1234, >$1234, m, . - here
            here: .half here, later
            later:
            """)).isEqualTo("0: 07 09 FD FF 03 03 11 0F 02 05 41 05 04 34 12 06 FB 11 00 15 00");
    }

    @Test
    void expandsAliasesAndMacros() {
        assertThat(assemble(RELAX, "NOP\nINC R3\nDBL R1\nNEXT R2\nSWAP R1, R2\nADDS R0, 1 + 2"))
                .isEqualTo("0: 40 00 43 01 35 22 07 36 39 40 03 40 06");
        assertThat(assemble(RELAX, "next: NEXT R0\nADDS R1, next + 1")).isEqualTo("0: 20 02 41 01 41 02");
    }

    @Test
    void aMarkOfTheSyntaxStartsNoComment() {
        String sample = Samples.find("pdp11").orElseThrow().content();
        Isa isa = SampleIsas.check(
                new SourceFile("pdp11.yaml", sample.replace("comment: \";\"", "comment: [\"#\", \";\"]")));
        assertThat(assemble(isa, "MOV #1, R0 ; one")).isEqualTo("0: C0 15 01 00");
    }

    @Test
    void stringsAndConstantsAreInTheCodeOfTheMachine() {
        String sample = Samples.find("s360").orElseThrow().content();
        Isa isa = SampleIsas.check(new SourceFile("s360.yaml", sample.replace("asm: {", "asm: { characters: ebcdic,")));
        assertThat(assemble(isa, " .asciz \"Az 9!\\n\"\n .byte 'A', '*'")).isEqualTo("0: C1 A9 40 F9 5A 15 00 C1 5C");
        assertThatThrownBy(() -> assemble(isa, " .ascii \"€\"")).hasMessageContaining("none of this machine's");
    }

    @Test
    void takesAddressesApart() {
        Isa riscv = Isas.riscv();
        assertThat(print(riscv, "li a0, -5\nli a0, 0x12345FFF\nla a1, data\nli a2, data\n.org 0x1FFC\ndata: .word 1"))
                .containsExactly(
                        "li a0, -5",
                        "lui a0, 0x12346",
                        "addi a0, a0, -1",
                        "auipc a1, 0x2",
                        "addi a1, a1, -16",
                        "lui a2, 0x2",
                        "addi a2, a2, -4");
    }

    /** The first segment as the disassembler shows it. */
    private static List<String> print(Isa isa, String source) {
        long[] units = RoundTripTests.units(
                isa, program(isa, source).segments().getFirst().bytes());
        return Listing.of(isa, 0, units, Symbols.NONE).lines().stream()
                .map(Listing.Line::text)
                .toList();
    }

    @Test
    void placesSectionsBehindEachOther() {
        Isa stack = SampleIsas.load("stackvm");
        Program program = program(stack, """
                    .text
            start:  i32.const limit
                    .data
            limit:  .word 7
                    .text
                    halt
                    .section .more, data
                    .byte 1
                    .entry start
            """);
        assertThat(program.segments())
                .extracting(s -> s.space() + " " + s.address() + "+" + s.bytes().length)
                .containsExactly("code 0+3", "data 0+2", "data 8+1");
        assertThat(program.entry()).hasValue(0);
        assertThat(program.labels()).isEqualTo(Map.of("start", 0L, "limit", 0L));
    }

    @Test
    void laysOutData() {
        assertThat(assemble(
                        RV,
                        ".byte 1, -1\n"
                                + ".align 4\n"
                                + ".half 0x1234\n"
                                + ".word -2\n"
                                + ".dword 1\n"
                                + ".ascii \"a\\x41é\"\n"
                                + ".fill 2, 0xEE\n"
                                + ".p2align 1\n"
                                + ".byte 1"))
                .isEqualTo("0: 01 FF 00 00 34 12 FE FF FF FF 01 00 00 00 00 00 00 00 61 41 C3 A9 EE EE 01");
    }

    @Test
    void startsWhereItIsTold() {
        Program program = Assembler.of(RV)
                .assemble(new SourceFile("a.asm", "here: j here"), 0x80000000L, new Diagnostics())
                .orElseThrow();
        assertThat(program.segments().getFirst().address()).isEqualTo(0x80000000L);
        assertThat(program.labels()).containsEntry("here", 0x80000000L);
    }

    @Test
    void keepsThePlaceOfEveryStatement() {
        Program program = program(LC3, " .orig x3000\na: b: ADD R0, R0, #1 ; one\n\n .fill 7, 8\n");
        assertThat(program.lines())
                .extracting(l -> "%X+%d %s %s".formatted(l.address(), l.units(), l.instruction(), l.source()))
                .containsExactly("3000+1 true a.asm:2:7", "3001+2 false a.asm:4:2");
        assertThat(program.labels()).containsOnlyKeys("a", "b");
    }
}
