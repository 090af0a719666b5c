package dev.vmkit.language.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.language.ir.Instruction;
import dev.vmkit.language.ir.Isa;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class EncoderTests {
    private static final Isa RV = SampleIsas.load("rv64iac");
    private static final Isa Z80 = SampleIsas.load("z80");
    private static final Isa LC3 = SampleIsas.load("lc3");
    private static final Isa STACK = Isas.stack();

    static Instruction form(Isa isa, String id) {
        return isa.instructions().stream()
                .filter(i -> i.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static long[] encode(Isa isa, String id, long... values) {
        long[] units = Encoder.of(isa).encode(form(isa, id), values);
        assertThat(Encoder.of(isa).size(form(isa, id), values)).isEqualTo(units.length);
        assertThat(Decoder.of(isa).decode(i -> units[i]))
                .isEqualTo(new Decoding.Decoded(form(isa, id), values, units.length));
        return units;
    }

    @Test
    void placesBitsInByteOrder() {
        assertThat(encode(RV, "addi", 10, 10, -1)).containsExactly(0x13, 0x05, 0xF5, 0xFF);
        assertThat(encode(RV, "beq", 1, 2, -4)).containsExactly(0xE3, 0x8E, 0x20, 0xFE);
        assertThat(encode(LC3, "add/imm", 1, 2, -1)).containsExactly(0x12BF);
        assertThat(encode(Z80, "ld/A.ind", 0x1234)).containsExactly(0x3A, 0x34, 0x12);
        assertThat(encode(STACK, "wide", 0x0102030405060708L)).containsExactly(0xFE, 1, 2, 3, 4, 5, 6, 7, 8, 0xEF);
    }

    @Test
    void writesTheShortestLeb() {
        assertThat(encode(STACK, "const", 63)).containsExactly(0x41, 0x3F);
        assertThat(encode(STACK, "const", 64)).containsExactly(0x41, 0xC0, 0x00);
        assertThat(encode(STACK, "const", -64)).containsExactly(0x41, 0x40);
        assertThat(encode(STACK, "load", 624485, 1)).containsExactly(0x28, 0xE5, 0x8E, 0x26, 1);
        assertThat(encode(STACK, "const64", Long.MIN_VALUE)).hasSize(11).endsWith(0x7F);
    }

    @Test
    void namesTheOperandThatDoesNotFit() {
        assertThat(misfit(RV, "addi", 1, 2, 2048)).hasValue(2);
        assertThat(misfit(RV, "addi", 1, 2, 2047)).isEmpty();
        assertThat(misfit(RV, "addi", 32, 2, 0)).hasValue(0);
        assertThat(misfit(RV, "beq", 1, 2, 3)).hasValue(2);
        assertThat(misfit(RV, "c.addi4spn", 7, 4)).hasValue(0);
        assertThat(misfit(RV, "c.addi4spn", 8, 0)).hasValue(1);
        assertThat(misfit(RV, "c.addiw", 0, 1)).hasValue(-1);
        assertThat(misfit(Z80, "ld/r.n", 6, 1)).hasValue(0);
        assertThat(misfit(STACK, "const", 1L << 31)).hasValue(0);
    }

    private static OptionalInt misfit(Isa isa, String id, long... values) {
        return Encoder.of(isa).misfit(form(isa, id), values);
    }

    @Test
    void refusesToEncodeAMisfit() {
        assertThatThrownBy(() -> encode(LC3, "add/imm", 0, 0, 16)).isInstanceOf(IllegalArgumentException.class);
    }
}
