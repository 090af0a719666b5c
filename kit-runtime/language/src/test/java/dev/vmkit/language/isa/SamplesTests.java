package dev.vmkit.language.isa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.Golden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The nine sample definitions load, and their forms are the ones meant. */
class SamplesTests {
    private static final List<String> ALL = Samples.ALL;

    @ParameterizedTest
    @FieldSource("ALL")
    void everySampleLoadsWithoutMistakes(String sample) {
        assertThat(Samples.mistakes(Samples.find(sample).orElseThrow())).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void loadingTwiceGivesTheSameForms(String sample) {
        assertThat(Listing.of(Samples.load(sample))).isEqualTo(Listing.of(Samples.load(sample)));
    }

    @ParameterizedTest
    @CsvSource({
        "lc3, 16",
        "stackvm, 20",
        "chip8, 34",
        "s360, 5",
        "pdp11, 134",
        "mos6502, 151",
        "z80, 223",
        "rv64i, 76",
        "rv64iac, 130"
    })
    void aSampleHasThisManyForms(String sample, int forms) {
        assertThat(Samples.load(sample).forms()).hasSize(forms);
    }

    @Test
    void formsOfTheLc3() {
        Golden.check("isa/lc3-forms.txt", String.join("\n", Listing.of(Samples.load("lc3"))) + "\n");
    }

    private static String form(String sample, String id) {
        return Samples.load(sample).forms().stream()
                .filter(form -> form.id().equals(id))
                .map(Listing::of)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "mos6502 ; ORA/abs ; ORA/abs | 00001101, a16[15:0] | ORA {a16} | m1=abs mem8[a16]",
                "mos6502 ; INC/absx ; INC/absx | 11111110, a16[15:0] | INC {a16},X | m2=absx mem8[a16 + zext(X)]",
                "z80 ; ADD/r ; ADD/r | 10000 r[2:0] | ADD A, {r}",
                "z80 ; ADD/n ; ADD/n | 11000110, n[7:0] | ADD A, {n}",
                "z80 ; jp/cc/NZ ; jp/cc/NZ | 11000010, nn[15:0] | JP NZ, {nn} | cc=NZ !F.Z",
                "z80 ; ld/r.r@dd ; ld/r.r@dd | 11011101, 01 rx[2:0] rx2[2:0] | LD {rx}, {rx2}",
                "z80 ; ld/SP.HL@fd ; ld/SP.HL@fd | 11111101, 11111001 | LD SP, IY",
                "z80 ; RST ; RST | 11 rst[2:0] 111 | RST {rst}",
                "z80 ; ex/af ; ex/af | 00001000 | EX AF, AF'",
                "stackvm ; i32.const ; i32.const | 01000001, k* | i32.const {k}",
                "s360 ; MVC ; MVC | 11010010 len[7:0], b1[3:0] d1[11:0], b2[3:0] d2[11:0] | MVC"
                        + " {d1}({len},{b1}),{d2}({b2})",
                "rv64i ; beq ; beq | boff[11:11] boff[9:4] rs2[4:0] rs1[4:0] 000 boff[3:0] boff[10:10] 1100011 | beq"
                        + " {rs1}, {rs2}, {boff}",
                "rv64i ; fence ; fence | ---- pred[3:0] succ[3:0] ----- 000 ----- 0001111 | fence {pred}, {succ}",
                "rv64iac ; amoadd/d ; amoadd/d | 00000 aqrl[1:0] rs2[4:0] rs1[4:0] 011 rd[4:0] 0101111 |"
                        + " amoadd.d{aqrl} {rd}, {rs2}, ({rs1})",
                "rv64iac ; c.lw ; c.lw | 010 u7[3:1] rs1q[2:0] u7[0:0] u7[4:4] rdq[2:0] 00 | c.lw {rdq}, {u7}({rs1q})",
            })
    void bitsComeOutAsTheManualsDrawThem(String sample, String id, String line) {
        assertThat(form(sample, id)).isEqualTo(line);
    }

    @Test
    void wordsBeforeAModeStandBeforeTheWordThatHoldsIt() {
        assertThat(form("z80", "bit/m/mIXb@dd"))
                .isEqualTo("bit/m/mIXb@dd | 11011101, 11001011, d[7:0], 01 bit[2:0] 110 | BIT {bit}, (IX+{d})"
                        + " | mxb=mIXb mem8[IX + d]");
    }

    @Test
    void twoModesWithOperandsOfOneNameArePrimed() {
        assertThat(form("pdp11", "MOV/index/index"))
                .isEqualTo("MOV/index/index | 0001110 gx[2:0] 110 gx'[2:0], w[15:0], w'[15:0]"
                        + " | MOV {w}({gx}), {w'}({gx'}) | src=index mem16[gx + w]; dst=index mem16[gx' + w']");
    }

    @Test
    void tablesRenameInTheSemanticsToo() {
        Form form = Samples.load("z80").forms().stream()
                .filter(f -> f.id().equals("ADD/r@dd"))
                .findFirst()
                .orElseThrow();
        assertThat(form.columns().get("action")).hasToString("A = add8(A, rx, false)");
    }

    @Test
    void whatAFormStandsForIsTakenApart() {
        Form form = Samples.load("rv64iac").forms().stream()
                .filter(f -> f.id().equals("c.subw"))
                .findFirst()
                .orElseThrow();
        Form.StandsFor standsFor = form.standsFor().orElseThrow();
        assertThat(standsFor.form()).hasToString("subw");
        assertThat(standsFor.arguments().toString()).isEqualTo("{rd=rs1q, rs1=rs1q, rs2=rs2q}");
    }

    @Test
    void aVariantSwitchesFeaturesOff() {
        IsaLoader.Choice without = new IsaLoader.Choice(Optional.empty(), Map.of(), Map.of("M", false, "A", false));
        IsaModel model = Samples.load("rv64iac", without);
        assertThat(model.features()).containsExactly("C");
        assertThat(model.forms()).extracting(Form::id).contains("add", "c.add").doesNotContain("mul", "amoadd/w");
    }

    @Test
    void withoutCompressionEveryInstructionOfRiscVHas32Bits() {
        IsaLoader.Choice without = new IsaLoader.Choice(Optional.empty(), Map.of(), Map.of("C", false));
        assertThat(Samples.load("rv64iac", without).forms())
                .extracting(form -> form.encoding().width())
                .containsOnly(32);
    }
}
