package dev.vmkit.language.isa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.SourceFile;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Copies of instructions under a prefix. */
class TablesTests {
    private static final String HEAD = """
        isa: prefixed
        features: { BIG: { default: "true", doc: All of it } }
        spaces: { mem: { addr: 16, unit: 8 } }
        registers:
          pc: { width: 16, role: pc }
          H, X, A, T: { width: 8 }
        instructions:
          inc: { mnemonic: INC, encode: "0x01", asm: "H", do: "H = H + 1", cycles: 4 }
          clear: { mnemonic: CLR, encode: "0x02", asm: "A", do: "A = 0", cycles: 4 }
          swap: { mnemonic: SWAP, encode: "0x03", asm: "H, A", do: "let t = H; H = A; A = t", cycles: 4 }
          more/one: { mnemonic: NOP, encode: "0x10", do: "" }
          more/two: { mnemonic: SET, encode: "0x11", asm: "H", do: "H = 1" }
        tables:
          dd: { prefix: "0xDD", replace: { H: X }, %s }
        """;

    private static SourceFile file(String keys) {
        return new SourceFile("prefixed.yaml", HEAD.formatted(keys));
    }

    private static List<Form> copies(String keys) {
        return Samples.load(file(keys), IsaLoader.Choice.DEFAULT).forms().stream()
                .filter(form -> form.id().endsWith("@dd"))
                .toList();
    }

    private static Form copy(String id, String keys) {
        return copies(keys).stream()
                .filter(form -> form.id().equals(id + "@dd"))
                .findFirst()
                .orElseThrow();
    }

    private static String body(Form form) {
        return String.join(
                " ; ", Arrays.asList(form.body().orElseThrow().value().split("\\R")));
    }

    @Test
    void onlyInstructionsThatMentionAReplacedNameAreCopied() {
        assertThat(copies("skip: [swap]")).extracting(Form::id).containsExactly("inc@dd", "more/two@dd");
    }

    @Test
    void theOthersAreCopiedUnderANameOfTheirOwn() {
        String keys = "unchanged: \"DD.\"";
        assertThat(copies(keys)).extracting(Form::mnemonic).containsExactly("INC", "DD.CLR", "SWAP", "DD.NOP", "SET");
        assertThat(body(copy("clear", keys))).isEqualTo("A = 0");
    }

    @Test
    void anInstructionCanKeepItsNamesUnderThePrefix() {
        String keys = "unchanged: \"DD.\", keep: [swap]";
        assertThat(copy("swap", keys).mnemonic()).isEqualTo("DD.SWAP");
        assertThat(body(copy("swap", keys))).isEqualTo("let t = H; H = A; A = t");
    }

    @Test
    void allWhoseIdBeginsAlikeAreSkippedAtOnce() {
        assertThat(copies("unchanged: \"DD.\", skip: [\"more/*\"]"))
                .extracting(Form::id)
                .containsExactly("inc@dd", "clear@dd", "swap@dd");
    }

    @Test
    void anInstructionMayBeNamedTwice() {
        assertThat(copies("unchanged: \"DD.\", skip: [\"more/*\", more/one], keep: [swap, swap]"))
                .extracting(Form::id)
                .containsExactly("inc@dd", "clear@dd", "swap@dd");
    }

    @Test
    void everyCopyDoesSomethingFirstAndTakesLonger() {
        String keys = "do: T = T + 1, cycles: 3";
        assertThat(body(copy("inc", keys))).isEqualTo("T = T + 1 ; X = X + 1");
        assertThat(copy("inc", keys).cycles()).isEqualTo(7);
    }

    @Test
    void anIdThatNoInstructionHasIsAMistake() {
        assertThat(Samples.mistakes(file("keep: [swop]")))
                .singleElement()
                .asString()
                .contains("swop", "swap");
        assertThat(Samples.mistakes(file("skip: [\"none/*\"]")))
                .singleElement()
                .asString()
                .contains("none/*");
    }

    @Test
    void aCopyMayNameWhatAChoiceLeavesOutIfItIsLeftOutItself() {
        String source = """
            isa: optional
            features: { BIG: { default: "false", doc: All of it } }
            spaces: { mem: { addr: 16, unit: 8 } }
            registers:
              pc: { width: 16, role: pc }
              H: { width: 8 }
              Y: { when: BIG, width: 8 }
            instructions:
              inc: { mnemonic: INC, encode: "0x01", asm: "H", do: "H = H + 1" }
              inc/y: { when: BIG, like: inc, with: { H: Y }, encode: "0x02" }
            """;
        assertThat(Samples.mistakes(new SourceFile("optional.yaml", source))).isEmpty();
    }
}
