package dev.vmkit.plugins.riscv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.codec.Assembler;
import dev.vmkit.language.codec.Decoder;
import dev.vmkit.language.codec.Decoding;
import dev.vmkit.language.codec.Encoder;
import dev.vmkit.language.codec.Expansion;
import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compressed instructions stand for others, as a trap hook sees them, and so do pseudo-instructions, as a person does. */
class ExpansionTests {
    private static final Isa ISA = Riscv.isa(64, "H");

    private static long[] units(String source) {
        return units(ISA, source);
    }

    private static long[] units(Isa isa, String source) {
        Diagnostics diagnostics = new Diagnostics();
        byte[] bytes = Assembler.of(isa)
                .assemble(new SourceFile("test.asm", source), 0x1000, diagnostics)
                .orElseThrow(() -> new AssertionError(diagnostics.list()))
                .segments()
                .getFirst()
                .bytes();
        long[] units = new long[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            units[i] = bytes[i] & 0xFF;
        }
        return units;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "rdcycle a0; csrrs a0, cycle, zero",
                "rdtime a0; csrrs a0, time, zero",
                "rdinstret a0; csrrs a0, instret, zero",
                "lla a0, 0x2010; la a0, 0x2010",
                "negw a0, a1; subw a0, zero, a1",
                "zext.b a0, a1; andi a0, a1, 0xFF",
                "jal 0x1010; jal ra, 0x1010",
                "tail 0x1010; jal zero, 0x1010",
                "jalr a0; jalr ra, 0(a0)",
                "sgt a0, a1, a2; slt a0, a2, a1",
                "sgtu a0, a1, a2; sltu a0, a2, a1",
                "fence; fence iorw, iorw",
                "sfence.vma; sfence.vma zero, zero",
                "sfence.vma a0; sfence.vma a0, zero",
                "hfence.gvma; hfence.gvma zero, zero",
                "hfence.vvma a0; hfence.vvma a0, zero",
                "fscsr a0, a1; csrrw a0, fcsr, a1",
                "fsrm a0, a1; csrrw a0, frm, a1",
                "fsflags a0, a1; csrrw a0, fflags, a1",
            })
    void pseudo_instructions_of_the_manual_are_encoded_as_what_they_stand_for(String written, String full) {
        assertThat(units(written)).isEqualTo(units(full));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "rdcycleh a0; csrrs a0, cycleh, zero",
                "rdtimeh a0; csrrs a0, timeh, zero",
                "rdinstreth a0; csrrs a0, instreth, zero",
            })
    void the_upper_halves_of_counters_have_pseudo_instructions_where_registers_are_narrow(String written, String full) {
        Isa narrow = Riscv.isa(32);
        assertThat(units(narrow, written)).isEqualTo(units(narrow, full));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "c.lw a1, 4(a0); lw a1, 4(a0)",
                "c.sdsp s1, 16(sp); sd s1, 16(sp)",
                "c.addi16sp 32; addi sp, sp, 32",
                "c.li a0, -3; addi a0, zero, -3",
                "c.mv a0, a1; add a0, zero, a1",
                "c.jr ra; jalr zero, 0(ra)",
                "c.beqz a0, 0x1010; beq a0, zero, 0x1010",
                "c.ebreak; ebreak",
                "c.fld fa0, 8(a0); fld fa0, 8(a0)",
                "ld a1, 8(a0); ld a1, 8(a0)",
            })
    void is_encoded_as_what_it_stands_for(String compressed, String full) {
        long[] units = units(compressed);
        Decoding decoding = Decoder.of(ISA).decode(unit -> units[unit]);
        Decoding.Decoded expanded = Expansion.of(ISA).of((Decoding.Decoded) decoding);
        assertThat(Encoder.of(ISA).encode(expanded.instruction(), expanded.values()))
                .isEqualTo(units(full));
    }
}
