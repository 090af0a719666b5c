package dev.vmkit.language.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.codec.Decoding.Decoded;
import dev.vmkit.language.codec.Decoding.Undefined;
import dev.vmkit.language.ir.Isa;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DecoderTests {
    private static final Isa RV = SampleIsas.load("rv64iac");
    private static final Isa Z80 = SampleIsas.load("z80");
    private static final Isa LC3 = SampleIsas.load("lc3");
    private static final Isa STACK = Isas.stack();

    /** What was decoded as {@code id[values]/units}, and how many units were read. */
    private static String decode(Isa isa, long... units) {
        AtomicInteger read = new AtomicInteger();
        Decoding decoding = Decoder.of(isa).decode(i -> {
            read.accumulateAndGet(i + 1, Math::max);
            return units[i];
        });
        assertThat(read.get()).as("units read").isEqualTo(decoding.units());
        return show(decoding);
    }

    private static String show(Decoding decoding) {
        return switch (decoding) {
            case Decoded d -> d.instruction().id() + java.util.Arrays.toString(d.values()) + "/" + d.units();
            case Undefined u -> "undefined 0x%X/%d".formatted(u.bits(), u.units());
        };
    }

    @Test
    void decodesA16BitInstructionWithoutReadingTheNextUnits() {
        // c.addi4spn x8, 4: 0x0040, c.addiw x5, -1: 0x32FD
        assertThat(decode(RV, 0x40, 0x00)).isEqualTo("c.addi4spn[8, 4]/2");
        assertThat(decode(RV, 0xFD, 0x32)).isEqualTo("c.addiw[5, -1]/2");
    }

    @Test
    void putsScatteredBitsTogether() {
        // beq x1, x2, -4 = 0xFE208EE3
        assertThat(decode(RV, 0xE3, 0x8E, 0x20, 0xFE)).isEqualTo("beq[1, 2, -4]/4");
        assertThat(decode(RV, 0x13, 0x05, 0xF5, 0xFF)).isEqualTo("addi[10, 10, -1]/4");
    }

    @Test
    void refusesExcludedNumbersAndWhatWhereExcludes() {
        assertThat(decode(RV, 0x00, 0x00)).isEqualTo("undefined 0x0/2");
        assertThat(decode(RV, 0x7D, 0x30)).isEqualTo("undefined 0x307D/2");
    }

    @Test
    void saysHowMuchOfAnUndefinedInstructionItRead() {
        assertThat(decode(RV, 0x43, 0x02, 0x34, 0x56)).isEqualTo("undefined 0x56340243/4");
    }

    @Test
    void decodesUnitsOfSixteenBits() {
        assertThat(decode(LC3, 0x1283)).isEqualTo("add/reg[1, 2, 3]/1");
        assertThat(decode(LC3, 0x12BF)).isEqualTo("add/imm[1, 2, -1]/1");
        assertThat(decode(LC3, 0x1293)).isEqualTo("undefined 0x1293/1");
        assertThat(decode(LC3, 0x25FF)).isEqualTo("LD[2, -1]/1");
    }

    @Test
    void followsPrefixesOnlyAsFarAsNeeded() {
        assertThat(decode(Z80, 0x78)).isEqualTo("ld/r.r[7, 0]/1");
        assertThat(decode(Z80, 0x46)).isEqualTo("ld/r.m/mHL[0]/1");
        assertThat(decode(Z80, 0x70)).isEqualTo("ld/m.r/mHL[0]/1");
        assertThat(decode(Z80, 0x76)).isEqualTo("undefined 0x76/1");
        assertThat(decode(Z80, 0x3A, 0x34, 0x12)).isEqualTo("ld/A.ind[4660]/3");
        assertThat(decode(Z80, 0xDD, 0x46, 0xFE)).isEqualTo("ld/r.m/mIX@dd[0, -2]/3");
        assertThat(decode(Z80, 0xDD, 0xCB, 0x02, 0x06)).isEqualTo("RLC/m/mIXb@dd[2]/4");
        assertThat(decode(Z80, 0xDD, 0xED, 0x02)).isEqualTo("undefined 0xEDDD/2");
    }

    @Test
    void readsLebOperandsAsLongAsTheyAre() {
        assertThat(decode(STACK, 0x41, 0x7F)).isEqualTo("const[-1]/2");
        assertThat(decode(STACK, 0x41, 0x80, 0x01)).isEqualTo("const[128]/3");
        assertThat(decode(STACK, 0x28, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0x2A)).isEqualTo("load[4294967295, 42]/7");
        assertThat(decode(STACK, 0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x7F))
                .isEqualTo("const64[-9223372036854775808]/11");
        assertThat(decode(STACK, 0x1A)).isEqualTo("drop[]/1");
    }

    @Test
    void refusesLebThatIsTooLongOrNotShortest() {
        Decoder decoder = Decoder.of(STACK);
        for (long[] bad : new long[][] {
            {0x41, 0x80, 0x00},
            {0x41, 0xFF, 0x7F},
            {0x41, 0x80, 0x80, 0x80, 0x80, 0x80, 0x00},
            {0x28, 0xFF, 0xFF, 0xFF, 0xFF, 0x1F, 0x00},
            {0x41, 0x80, 0x80, 0x80, 0x80, 0x08, 0x00},
            {0x42, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01}
        }) {
            assertThat(decoder.decode(i -> bad[i])).as("%x %x", bad[0], bad[1]).isInstanceOf(Undefined.class);
        }
    }

    @Test
    void decodesMoreThan64Bits() {
        assertThat(decode(STACK, 0xFE, 0x80, 0, 0, 0, 0, 0, 0, 1, 0xEF)).isEqualTo("wide[-9223372036854775807]/10");
        assertThat(Decoder.of(STACK).decode(i -> new long[] {0xFE, 0x80, 0, 0, 0, 0, 0, 0, 1, 0xEE}[i]))
                .isInstanceOf(Undefined.class);
    }

    @Test
    void prefersTheFormThatOverrides() {
        Isa isa = Isas.overriding();
        assertThat(decode(isa, 0x10)).isEqualTo("special[]/1");
        assertThat(decode(isa, 0x11)).isEqualTo("general[1]/1");
        assertThat(decode(isa, 0x1F, 0x07)).isEqualTo("longer[7]/2");
    }
}
