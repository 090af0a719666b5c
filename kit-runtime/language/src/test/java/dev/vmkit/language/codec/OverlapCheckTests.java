package dev.vmkit.language.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.isa.IsaLoader;
import dev.vmkit.language.isa.IsaModel;
import dev.vmkit.language.isa.Samples;
import dev.vmkit.language.semantics.SemanticsChecker;
import dev.vmkit.language.text.Diagnostic;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** No bits match two forms, and every form is matched by some. */
class OverlapCheckTests {
    private static final List<String> ALL = Samples.ALL;

    private static List<String> check(SourceFile file) {
        Diagnostics diagnostics = new Diagnostics();
        IsaModel model = Samples.load(file, IsaLoader.Choice.DEFAULT);
        SemanticsChecker.check(model, diagnostics).ifPresent(isa -> OverlapCheck.check(isa, diagnostics));
        return diagnostics.list().stream()
                .filter(d -> d.problem() instanceof AsmProblem)
                .map(OverlapCheckTests::show)
                .toList();
    }

    private static String show(Diagnostic diagnostic) {
        return diagnostic.at().orElseThrow() + " " + diagnostic.problem().code() + " " + diagnostic.message();
    }

    private static SourceFile sample(String name) {
        return Samples.find(name).orElseThrow();
    }

    private static SourceFile changed(String name, String from, String to) {
        String content = sample(name).content();
        assertThat(content).contains(from);
        return new SourceFile(name + ".yaml", content.replace(from, to));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void noSampleOverlapsItself(String sample) {
        assertThat(check(sample(sample))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "lc3; 1100 000 base 000000; 0101 000 base 000000;"
                        + " lc3.yaml:57:3 K430 instructions and/reg and JMP both match 0x5000",
                "rv64i; [\"101\", \"#rd != 0\"; [\"001\", \"#rd != 0\";"
                        + " rv64i.yaml:272:7 K430 instructions csrrw and csrrwi both match 0x1073",
                "mos6502; TYA: [\"0x98\"; TYA: [\"0x9D\";"
                        + " mos6502.yaml:175:7 K430 instructions STA/absx and TYA both match 0x9d",
            })
    void aMistypedBitIsToldWithAWitness(String sample, String from, String to, String message) {
        assertThat(check(changed(sample, from, to))).containsExactly(message);
    }

    /** The LC-3 with a word for the condition code 0, which 'where: "cc != 0"' then excludes. */
    private static SourceFile branchNever() {
        return changed("lc3", "zp: 3 }", "zp: 3, never: 0 }");
    }

    @Test
    void aConditionKeepsTwoFormsApart() {
        assertThat(check(branchNever())).isEmpty();
        String without = branchNever().content().replace(", where: \"cc != 0\"", "");
        assertThat(check(new SourceFile("lc3.yaml", without)))
                .containsExactly("lc3.yaml:59:3 K430 instructions BR and NOP/br0 both match 0x0");
    }

    @Test
    void aFormThatOverridesAnotherMayOverlapIt() {
        String overriding = branchNever()
                .content()
                .replace(", where: \"cc != 0\"", "")
                .replace("mnemonic: NOP, ", "mnemonic: NOP, overrides: BR, ");
        assertThat(check(new SourceFile("lc3.yaml", overriding))).isEmpty();
    }

    @Test
    void aConditionThatNeverHoldsLeavesNoBits() {
        assertThat(check(changed("lc3", "where: \"cc != 0\"", "where: \"cc != cc\"")))
                .containsExactly("lc3.yaml:50:3 K431 instruction BR: no bits are this instruction");
    }

    @Test
    void aShortFormThatBeginsALongOneOverlapsIt() {
        assertThat(check(changed("z80", "NEG:    { encode: \"0xED, 0x44\"", "NEG:    { encode: \"0xED\"")))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).contains("K430"));
    }
}
