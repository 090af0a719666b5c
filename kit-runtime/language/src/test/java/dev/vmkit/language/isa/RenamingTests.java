package dev.vmkit.language.isa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.language.text.Text;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Renaming replaces names one by one and keeps their places. */
class RenamingTests {
    private final Renaming renaming = new Renaming(Map.of("r", "rx", "HL", "IX", "H", "IXH"));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A = add8(A, r, false); A = add8(A, rx, false)",
                "HL = mem16[nn]; IX = mem16[nn]",
                "r2 = rr + r; r2 = rr + rx",
                "F.H = H[3]; F.H = IXH[3]",
                "H'; H'",
                "$r = #r; $r = #rx",
                "for k in 0..r { }; for k in 0..rx { }",
                "addi(r: r, x: HL); addi(r: rx, x: IX)",
                "0xH; 0xH",
            })
    void onlyWholeNamesOfOperandsAndRegistersAreReplaced(String before, String after) {
        assertThat(renaming.apply(Text.synthetic("test", before))).hasToString(after);
    }

    @Test
    void aRenamedNamePointsAtTheNameItReplaces() {
        Text renamed = renaming.apply(Text.synthetic("test", "let t = HL + r"));
        assertThat(renamed).hasToString("let t = IX + rx");
        assertThat(renamed.span(8, 10))
                .hasToString("test:1:9")
                .satisfies(span -> assertThat(span.end()).isEqualTo(10));
        assertThat(renamed.span(13, 15))
                .hasToString("test:1:14")
                .satisfies(span -> assertThat(span.end()).isEqualTo(14));
    }

    @Test
    void renamingsFollowOneAnother() {
        Renaming then = renaming.then(new Renaming(Map.of("rx", "ry", "B", "C")));
        assertThat(then.apply("r")).isEqualTo("ry");
        assertThat(then.apply("B")).isEqualTo("C");
        assertThat(then.apply("HL")).isEqualTo("IX");
    }
}
