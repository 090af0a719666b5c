package dev.vmkit.tools.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.language.text.MistakeException;
import dev.vmkit.language.text.SourceFile;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A gap in a solution")
class GapsTests {
    private static String opened(String solution) {
        return Gaps.opened(new SourceFile("solution.yaml", solution));
    }

    @Test
    void leavesItsWordsAndNothingElse() {
        assertThat(opened("""
            a: 1
              # gap: Write b.
              b: 2
              # end gap
            c: 3
            """)).isEqualTo("""
                a: 1
                  # Write b.
                c: 3
                """);
    }

    @Test
    void leavesWhatStandsInPlaceOfTheSolution() {
        assertThat(opened("""
            int f() {
                // gap: Which is larger?
                return Math.max(a, b);
                // instead
                // if (a > b) {
                //     return a;
                //
                // }
                // end gap
            }
            """)).isEqualTo("""
                int f() {
                    // Which is larger?
                    if (a > b) {
                        return a;

                    }
                }
                """);
    }

    @Test
    void withoutWordsLeavesNothing() {
        assertThat(opened("; gap\nADD R0, R0, 1\n; end gap\n")).isEmpty();
    }

    @Test
    void isFoundByItsWholeLineAlone() {
        String text = "a: gap\n# a gap: none\n#gap\n";
        assertThat(opened(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'a\n# gap: x\nb\n', 2, this gap has no end",
        "'# gap: x\n# gap: y\n# end gap\n', 2, this gap lies in another one",
        "'a\n# end gap\n', 2, 'end gap' stands in no gap",
        "'# instead\n', 1, 'instead' stands in no gap",
        "'# gap: x\n# instead\nb: 1\n# end gap\n', 3, what students find in the gap is a comment here",
    })
    void isMarkedFromBeginningToEnd(String solution, int line, String message) {
        assertThatThrownBy(() -> opened(solution)).isInstanceOfSatisfying(MistakeException.class, mistake -> {
            assertThat(mistake.diagnostics()).singleElement().satisfies(only -> {
                assertThat(only.problem()).isEqualTo(LabProblem.GAP);
                assertThat(only.message()).contains(message.replace("''", "'"));
                assertThat(only.at().orElseThrow().line()).isEqualTo(line);
            });
        });
    }
}
