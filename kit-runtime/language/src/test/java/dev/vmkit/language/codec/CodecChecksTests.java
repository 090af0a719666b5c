package dev.vmkit.language.codec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.ir.Isa;
import dev.vmkit.language.isa.Samples;
import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CodecChecksTests {

    static Stream<String> samples() {
        return Samples.ALL.stream();
    }

    private static List<String> check(Isa isa) {
        Diagnostics diagnostics = new Diagnostics();
        CodecChecks.check(isa, diagnostics);
        return diagnostics.list().stream()
                .map(d -> d.at().orElseThrow() + " " + d.problem().code() + " " + d.message())
                .toList();
    }

    /** The messages about a sample in which one text is replaced by another. */
    private static List<String> check(String sample, String old, String changed) {
        String text = Samples.find(sample).orElseThrow().content();
        assertThat(text).contains(old);
        return check(SampleIsas.check(new SourceFile(sample + ".yaml", text.replace(old, changed))));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void samplesPass(String name) {
        assertThat(check(SampleIsas.load(name))).isEmpty();
    }

    @Test
    void aFormThatOthersCoverIsUnreachable() {
        String covering = "ANDX: { encode: \"0101 dr sr1 000 sr2\", asm: \"{dr}, {sr1}, {sr2}\", overrides: and/reg,"
                + " do: \"dr = sr1 & sr2\" }\n";
        assertThat(check("lc3", "  NOT:     {", "  " + covering + "  NOT:     {"))
                .containsExactly("lc3.yaml:47:3 K431 instruction and/reg: no bits are this instruction");
    }

    @Test
    void twoFormsOfOneSizeMustDifferInTheirSyntax() {
        assertThat(check("chip8", "mnemonic: SNE, encode: \"0x9 x y 0x0\"", "mnemonic: SE, encode: \"0x9 x y 0x0\""))
                .containsExactly("chip8.yaml:35:3 K432 the line 'SE V0,V0' means both sne/xy and se/xy, "
                        + "which have the same size");
    }

    @Test
    void anAliasMayComputeWithWhatStandsInItsHoles() {
        assertThat(check(Isas.riscv())).isEmpty();
    }

    @Test
    void anAliasStandsForInstructions() {
        assertThat(check("lc3", "\"JMP R7\"", "\"JPM R7\""))
                .containsExactly("lc3.yaml:69:3 K434 alias 'RET': 'JPM R7' is no instruction");
    }

    @Test
    void operatorsAndDirectivesMustBeUnderstood() {
        assertThat(check("lc3", "asm:\n", "asm:\n  operators: { \"<\": \"v[7:\" }\n  directives: { .dw: .wrod }\n"))
                .containsExactly(
                        "lc3.yaml:1:6 K435 operator '<' of the assembly: cannot read \"v[7:\": expected the number of"
                                + " a bit",
                        "lc3.yaml:1:6 K415 directive '.dw' stands for '.wrod', which is none");
    }
}
