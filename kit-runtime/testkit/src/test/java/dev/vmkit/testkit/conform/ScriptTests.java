package dev.vmkit.testkit.conform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.vmkit.language.text.MistakeException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts of nand2tetris that nobody vouches for; good ones run in the gallery's tests. */
class ScriptTests {
    private static String refused(Adapter adapter, String content, String... settings) {
        return Tried.message(
                catchThrowableOfType(MistakeException.class, () -> Tried.by(adapter, "mos6502", content, settings)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repeat 99999999999 { }",
                "repeat { set reset 1; }",
                "repeat 99999999999 { repeat 99999999999 { set reset 0; } }"
            })
    void a_loop_without_a_cycle_ends(String script) {
        assertThat(refused(new Nand2Tetris(), script, "cycles=1000")).contains("more than 64 things");
    }

    @Test
    void a_script_that_was_cut_off_says_so() {
        assertThat(Tried.by(new Nand2Tetris(), "mos6502", "repeat { tock; }", "cycles=1000")
                        .detail())
                .isEqualTo("1,000 cycles, as many as it may take (--set cycles=...)");
        for (String most : List.of("cycles=9", "cycles=1000")) {
            assertThat(Tried.by(new Nand2Tetris(), "mos6502", "repeat 9 { tock; }", most)
                            .detail())
                    .isEqualTo("9 cycles");
        }
    }

    @Test
    void output_is_bounded() {
        String columns = "output-list " + "reset%D99.99.99 ".repeat(10) + ";";
        assertThat(refused(new Nand2Tetris(), columns + "repeat { output; }")).contains("more than 8 MiB");
    }

    @Test
    void a_definition_without_the_space_that_a_format_needs_is_told_so() {
        assertThat(refused(new Nand2Tetris(), "set RAM[0] 5;")).contains("K993", "a space called 'ram'");
        assertThat(refused(new Chip8(), "")).contains("K993", "a space called 'video'");
    }
}
