package dev.vmkit.language.isa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters, features and variants decide widths and which declarations there are. */
class ChoiceTests {
    private static SourceFile definition(String condition) {
        return new SourceFile("vary.yaml", """
            isa: vary
            params: { XLEN: { default: 32, choices: [32, 64] } }
            features: { M: true, D: { default: false } }
            variants:
              big: { doc: The large one., XLEN: 64, D: true }
            types: { xlen: XLEN, half: XLEN - 16 }
            spaces: { mem: { addr: XLEN, unit: 8 } }
            registers:
              pc: { width: XLEN, role: pc }
              f:  { when: D, width: 64 }
            instructions:
              NOP: { encode: "0x00", do: "" }
              MUL: { when: "%s", encode: "0x01", do: "" }
            """.formatted(condition));
    }

    private static IsaModel load(String condition, IsaLoader.Choice choice) {
        return Samples.load(definition(condition), choice);
    }

    private static IsaLoader.Choice variant(String name) {
        return new IsaLoader.Choice(Optional.of(name), Map.of(), Map.of());
    }

    @Test
    void defaultsHoldWhereNothingIsChosen() {
        IsaModel model = load("M", IsaLoader.Choice.DEFAULT);
        assertThat(model.params()).isEqualTo(Map.of("XLEN", 32L));
        assertThat(model.features()).containsExactly("M");
        assertThat(model.widths()).isEqualTo(Map.of("xlen", 32, "half", 16));
        assertThat(model.register("f")).isEmpty();
    }

    @Test
    void aVariantGivesValuesAndAMachineHasTheLastWord() {
        IsaModel model = load("M", variant("big"));
        assertThat(model.pc().width()).isEqualTo(64);
        assertThat(model.register("f")).isPresent();
        IsaLoader.Choice choice = new IsaLoader.Choice(Optional.of("big"), Map.of("XLEN", 32L), Map.of("D", false));
        assertThat(load("M", choice).pc().width()).isEqualTo(32);
        assertThat(load("M", choice).register("f")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "M; true",
                "!M; false",
                "has(M); true",
                "D || M; true",
                "D && M; false",
                "M && XLEN == 64; false",
                "M && XLEN != 64; true",
                "XLEN * 2 - 1 >= 63; true",
                "(D || M) && !(XLEN > 32); true",
                "XLEN + 0x10 == 0b110000; true",
            })
    void whenTakesConditions(String condition, boolean holds) {
        List<String> ids = load(condition, IsaLoader.Choice.DEFAULT).forms().stream()
                .map(Form::id)
                .toList();
        assertThat(ids.contains("MUL")).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "N; 13:17 K206 'N': no parameter or feature called 'N'",
                "has(XLEM); 13:21 K206 'has(XLEM)': no feature called 'XLEM'",
                "M &&; 13:21 K207 a number, a parameter or a feature is expected here",
                "M & D; 13:19 K207 'M & D' is not a number",
                "(M; 13:19 K207 ')' is expected here",
                "M D; 13:19 K207 'D' is not expected here",
                "99999999999999999999; 13:17 K207 '99999999999999999999' does not fit 64 bits",
            })
    void aWrongConditionIsToldWhereItIsWrong(String condition, String message) {
        assertThat(Samples.mistakes(definition(condition)))
                .singleElement()
                .asString()
                .startsWith("vary.yaml:" + message);
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(Samples.mistakes(definition("(".repeat(5000) + "M")))
                .singleElement()
                .asString()
                .contains("nested too deeply");
    }

    private static List<String> mistakes(IsaLoader.Choice choice) {
        Diagnostics diagnostics = new Diagnostics();
        IsaLoader.load(definition("M"), Samples::find, choice, diagnostics);
        return diagnostics.list().stream()
                .map(d -> d.problem().code() + " " + d.message() + " (" + d.hint() + ")")
                .toList();
    }

    @Test
    void whatCannotBeChosenIsTold() {
        assertThat(mistakes(variant("bit")))
                .containsExactly("K206 instruction set vary: no variant called 'bit' (did you mean 'big'?)");
        assertThat(mistakes(new IsaLoader.Choice(Optional.empty(), Map.of("XLEN", 48L), Map.of())))
                .containsExactly("K209 XLEN = 48 is not among its choices (choices: 32, 64)");
        assertThat(mistakes(new IsaLoader.Choice(Optional.empty(), Map.of(), Map.of("Q", true))))
                .containsExactly("K206 instruction set vary: no parameter or feature called 'Q' (known: XLEN, M, D)");
    }

    @Test
    void anOperandThatDoesNotExistNowIsToldAsSuch() {
        SourceFile file = new SourceFile("gone.yaml", """
            isa: gone
            features: { D: false }
            spaces: { mem: { addr: 16, unit: 8 } }
            registers: { pc: { width: 16, role: pc } }
            operands: { imm: { when: D, int: u8 } }
            instructions:
              LDI: { encode: "0x01, imm", asm: "{imm}", do: "" }
            """);
        assertThat(Samples.mistakes(file))
                .first()
                .asString()
                .startsWith("gone.yaml:7:25 K206 instruction LDI: the operand 'imm' does not exist for the parameters");
    }
}
