package dev.vmkit.language.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.Isa;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DisassemblerTests {
    private static final Isa LC3 = Isas.lc3();
    private static final Isa RV = SampleIsas.load("rv64iac");
    private static final Isa MOS = SampleIsas.load("mos6502");
    private static final Isa Z80 = SampleIsas.load("z80");

    private static String print(Isa isa, Map<String, Long> symbols, long address, long... units) {
        Decoding decoding = Decoder.of(isa).decode(i -> units[i]);
        return Disassembler.of(isa).print((Decoding.Decoded) decoding, address, new Symbols(symbols));
    }

    private static String print(Isa isa, long... units) {
        return print(isa, Map.of(), 0x3000, units);
    }

    @Test
    void writesNumbersAsTheInstructionSetDoes() {
        assertThat(print(LC3, 0x12BF)).isEqualTo("ADD R1, R2, #-1");
        assertThat(print(LC3, 0xF030)).isEqualTo("TRAP x30");
        assertThat(print(RV, 0x37, 0xF5, 0xFF, 0xFF)).isEqualTo("lui a0, 0xfffff");
        assertThat(print(MOS, 0xAD, 0x34, 0x12)).isEqualTo("LDA $1234");
    }

    @Test
    void usesTheFirstAliasThatFits() {
        assertThat(print(LC3, 0xC1C0)).isEqualTo("RET");
        assertThat(print(LC3, 0xC180)).isEqualTo("JMP R6");
        assertThat(print(LC3, 0x0000)).isEqualTo("NOP");
        assertThat(print(LC3, 0x0001)).isEqualTo("NOP x3002");
        assertThat(print(RV, 0x13, 0, 0, 0)).isEqualTo("nop");
        assertThat(print(RV, 0x13, 0x85, 0x05, 0)).isEqualTo("mv a0, a1");
        assertThat(print(RV, 0x67, 0x80, 0, 0)).isEqualTo("ret");
        assertThat(print(Isas.relaxing(), 0x35)).isEqualTo("DBL R1");
        assertThat(print(Isas.relaxing(), 0x36)).isEqualTo("ADD R1, R2");
    }

    @Test
    void namesTheFormWhereTheAssemblerWouldTakeAnother() {
        assertThat(print(MOS, 0x0D, 0, 0)).isEqualTo("ORA/abs $0");
        assertThat(print(Z80, 0xDD, 0x41)).isEqualTo("ld/r.r@dd B, C");
        assertThat(print(Z80, 0xED, 0x6B, 0x34, 0x12)).isEqualTo("ld/rr.ind HL, (0x1234)");
    }

    @Test
    void writesLabelsForTargets() {
        assertThat(print(LC3, Map.of("LOOP", 0x3002L), 0x3000, 0x0E01)).isEqualTo("BRnzp LOOP");
        assertThat(print(MOS, Map.of("chrout", 0xFFD2L), 0, 0x20, 0xD2, 0xFF)).isEqualTo("JSR chrout");
    }

    @Test
    void leavesOutLabelsThatWouldBeReadAsSomethingElse() {
        assertThat(print(LC3, Map.of("R1", 0x3002L), 0x3000, 0x0E01)).isEqualTo("BRnzp x3002");
        assertThat(print(LC3, Map.of("two words", 0x3002L), 0x3000, 0x0E01)).isEqualTo("BRnzp x3002");
    }

    @Test
    void listsDataWhereThereIsNoInstruction() {
        Listing listing = Listing.of(LC3, 0x3000, new long[] {0x0401, 0xD000, 0xC1C0}, Symbols.NONE);
        assertThat(listing.source()).isEqualTo("""
            .ORIG x3000
                BRz L_3002
                .FILL xD000
            L_3002:
                RET
            """);
        assertThat(listing.lines()).extracting(Listing.Line::instruction).containsExactly(true, false, true);
    }

    @Test
    void listsUnderTheLabelsGivenIfTheAssemblerCanReadThem() {
        Symbols symbols = new Symbols(Map.of("start", 0x3000L, "R1", 0x3001L, "a b", 0x3001L, "beyond", 0x4000L));
        assertThat(Listing.of(LC3, 0x3000, new long[] {0x0FFF, 0x0FFF}, symbols).source())
                .isEqualTo("""
                    .ORIG x3000
                    start:
                        BRnzp start
                    L_3001:
                        BRnzp L_3001
                    """);
    }

    @Test
    void listsWhatIsCutOffAndIgnoredBitsAsData() {
        long[] fence = {0x0F, 0x00, 0x00, 0x13, 0x13, 0x05};
        assertThat(Listing.of(RV, 0, fence, Symbols.NONE).lines())
                .extracting(Listing.Line::text)
                .first()
                .isEqualTo(".byte 0xf");
        assertThat(Listing.of(RV, 0, fence, Symbols.NONE).lines().getLast().text())
                .isEqualTo(".byte 0x5");
    }

    @Test
    void domainsHoldWhatFormsHold() {
        OperandDomain wide = OperandDomain.of(RV, EncoderTests.form(RV, "addi"));
        List<String> values = wide.values(100, 1).map(Arrays::toString).collect(Collectors.toList());
        assertThat(wide.isExhaustive()).isFalse();
        assertThat(values)
                .contains("[0, 0, 0]")
                .anyMatch(v -> v.endsWith("-2048]"))
                .anyMatch(v -> v.endsWith("2047]"));
        assertThat(values).isEqualTo(wide.values(100, 1).map(Arrays::toString).toList());
        OperandDomain narrow = OperandDomain.of(RV, EncoderTests.form(RV, "c.addiw"));
        assertThat(narrow.isExhaustive()).isTrue();
        assertThat(narrow.values(0, 1)).hasSize(31 * 64);
    }
}
