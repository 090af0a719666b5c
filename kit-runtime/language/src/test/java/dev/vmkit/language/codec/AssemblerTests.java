package dev.vmkit.language.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AssemblerTests {

    /** The bytes of each segment behind its address, or the messages. */
    static String assemble(Isa isa, String source) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<Program> program = Assembler.of(isa).assemble(new SourceFile("a.asm", source), diagnostics);
        assertThat(program.isPresent()).isNotEqualTo(diagnostics.hasErrors());
        return program.map(AssemblerTests::show)
                .orElseGet(() -> diagnostics.list().stream()
                        .map(d -> d.at().orElseThrow().line() + ":"
                                + d.at().orElseThrow().column() + " "
                                + d.problem().code() + " " + d.message()
                                + (d.hint().isEmpty() ? "" : " | " + d.hint()))
                        .collect(Collectors.joining("\n")));
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

    private static String show(Program program) {
        return program.segments().stream()
                .map(s -> "%X: %s"
                        .formatted(
                                s.address(),
                                HexFormat.ofDelimiter(" ").withUpperCase().formatHex(s.bytes())))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void assemblesInstructions() {
        assertThat(assemble(Isas.lc3(), ".orig 0x3000\nloop: add r1, R2, r3 ; sum\n ADD R1,R2,-1\n\n ld r0 , loop"))
                .isEqualTo("3000: 12 83 12 BF 21 FD");
        assertThat(assemble(Isas.riscv(), "beq x1, x2, back\nback: addi x10, x10, -1"))
                .isEqualTo("0: 63 82 20 00 13 05 F5 FF");
        assertThat(assemble(Isas.z80(), "LD A,B\n LD B,(HL)\n ld (hl), e\n ld a,(0x1234)\n LD C,(IX-2)\n ld c,5"))
                .isEqualTo("0: 78 46 73 3A 34 12 DD 4E FE 0E 05");
        assertThat(assemble(Isas.stack(), "const -1\nload end, 1\ndrop\nend: drop"))
                .isEqualTo("0: 41 7F 28 06 01 1A 1A");
    }

    @Test
    void explainsMistakes() {
        assertThat(assemble(Isas.lc3(), " add r1, r2, 40\n addd r1, r2, r3\n ld r0, lopp\nloop: add r9, r1, r2"))
                .isEqualTo("""
                    1:14 K403 imm5 takes -16..15, this is 40
                    2:2 K401 no instruction 'addd' | did you mean 'ADD'?
                    3:9 K404 no label or constant 'lopp' | did you mean 'loop'?
                    4:11 K402 add does not take these operands: it takes a register R0 to R7 for dr | \
                    forms: ADD dr, sr1, sr2; ADD dr, sr1, imm5\
                    """);
    }
}
