package dev.vmkit.language.isa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.Diagnostics;
import dev.vmkit.language.text.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A definition may be anything at all: it is told to be wrong, it never breaks the reader. */
class HostileInputTests {
    private static final List<String> ALL = Samples.ALL;
    private static final int MUTANTS = Integer.getInteger("mutants", 25);
    private static final String CHARACTERS = "{}[]:,\"' \n-|$#@/.0x19azRdm_";

    /** Loads, and says whether there is a model or a message, and not both. */
    private static boolean eitherModelOrMessage(SourceFile file) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<IsaModel> model = IsaLoader.load(file, Samples::find, IsaLoader.Choice.DEFAULT, diagnostics);
        diagnostics.list().forEach(d -> d.at().orElseThrow().line());
        return model.isPresent() != diagnostics.hasErrors();
    }

    private static SourceFile mutant(String sample, SplittableRandom random) {
        StringBuilder text =
                new StringBuilder(Samples.find(sample).orElseThrow().content());
        for (int i = random.nextInt(1, 6); i > 0; i--) {
            int at = random.nextInt(text.length() - 40);
            char character = CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
            switch (random.nextInt(4)) {
                case 0 -> text.setCharAt(at, character);
                case 1 -> text.insert(at, character);
                case 2 -> text.delete(at, at + random.nextInt(1, 20));
                default -> text.insert(random.nextInt(text.length()), text.substring(at, at + random.nextInt(1, 40)));
            }
        }
        return new SourceFile(sample + ".yaml", text.toString());
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aSampleWithSlipsIsLoadedOrTold(String sample) {
        SplittableRandom random = new SplittableRandom(sample.hashCode());
        for (int i = 0; i < MUTANTS; i++) {
            SourceFile file = mutant(sample, random);
            assertThat(eitherModelOrMessage(file)).as("mutant %d", i).isTrue();
        }
    }

    private static String withRegisters(String registers) {
        return "isa: big\nspaces: { mem: { addr: 16, unit: 8 } }\nregisters:\n  pc: { width: 16, role: pc }\n"
                + registers;
    }

    @Test
    void manyLargeRegisterFilesTakeNoMemory() {
        StringBuilder registers = new StringBuilder();
        for (int i = 0; i < 2000; i++) {
            registers
                    .append("  r")
                    .append(i)
                    .append(": { count: 65536, width: 64, also: [\"a{n}_")
                    .append(i)
                    .append("\"] }\n");
        }
        assertThat(Samples.mistakes(new SourceFile("big.yaml", withRegisters(registers.toString()))))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).contains("more than 65,536 slots"));
    }

    @Test
    void aLongChainOfCopiesIsRefused() {
        StringBuilder instructions = new StringBuilder("instructions:\n  i0: { encode: \"0x00\", do: \"\" }\n");
        for (int i = 1; i < 100; i++) {
            instructions
                    .append("  i")
                    .append(i)
                    .append(": { like: i")
                    .append(i - 1)
                    .append(" }\n");
        }
        assertThat(Samples.mistakes(new SourceFile("big.yaml", withRegisters(instructions.toString()))))
                .isNotEmpty()
                .allSatisfy(message -> assertThat(message).contains("K242"));
    }

    @Test
    void instructionsOfMoreThan64BytesAreRefused() {
        String encode = "0x00, ".repeat(64) + "0x00";
        String file = withRegisters("instructions:\n  LONG: { encode: \"" + encode + "\", do: \"\" }\n");
        assertThat(Samples.mistakes(new SourceFile("big.yaml", file)))
                .containsExactly(
                        "big.yaml:6:20 K227 instruction LONG: an instruction has at most 64 bytes, this has 65");
    }
}
