package dev.vmkit.tools.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTraitsTests {
    @Test
    void a_terminal_with_attribute_4_gets_sixels_of_the_size_that_it_tells() {
        TerminalTraits traits = TerminalTraits.of("\033[6;18;9t\033[?62;4;22c");
        assertThat(traits.answered()).isTrue();
        assertThat(traits.drawing(Map.of())).isEqualTo(new Sixels(9, 18));
        assertThat(TerminalTraits.of("\033[?1;2;4c").drawing(Map.of())).isEqualTo(new Sixels(10, 20));
        assertThat(TerminalTraits.of("\033[6;0;9t\033[?62;4c").drawing(Map.of()))
                .isEqualTo(new Sixels(10, 20));
    }

    @Test
    void others_and_those_that_do_not_answer_get_half_blocks() {
        assertThat(TerminalTraits.of("\033[?64;1;22c").drawing(Map.of())).isInstanceOf(HalfBlocks.class);
        assertThat(TerminalTraits.of("\033[?4c").drawing(Map.of()))
                .as("a VT132, whose class is 4")
                .isInstanceOf(HalfBlocks.class);
        assertThat(TerminalTraits.of("").drawing(Map.of())).isInstanceOf(HalfBlocks.class);
        assertThat(TerminalTraits.of("\033[?62;4").answered()).isFalse();
    }

    @Test
    void what_a_person_typed_meanwhile_is_kept() {
        assertThat(TerminalTraits.of("w\033[6;18;9ta\033[?62;4c\033[As").typed())
                .isEqualTo("wa\033[As");
    }
}
