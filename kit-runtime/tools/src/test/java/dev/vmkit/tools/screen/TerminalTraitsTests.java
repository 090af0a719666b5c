package dev.vmkit.tools.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTraitsTests {
    private static TerminalTraits answer(String text) {
        return TerminalTraits.of(text, 80, 24);
    }

    @Test
    void a_terminal_with_attribute_4_gets_sixels_of_the_size_that_it_tells() {
        TerminalTraits traits = answer("\033[6;18;9t\033[?62;4;22c");
        assertThat(traits.answered()).isTrue();
        assertThat(traits.drawing(Map.of())).isEqualTo(new Sixels(9, 18));
        assertThat(answer("\033[?1;2;4c").drawing(Map.of())).isEqualTo(new Sixels(10, 20));
        assertThat(answer("\033[6;0;9t\033[?62;4c").drawing(Map.of())).isEqualTo(new Sixels(10, 20));
    }

    @Test
    void a_letter_is_its_share_of_the_largest_picture_where_only_that_is_told() {
        assertThat(answer("\033[?2;0;480;312S\033[?63;4c").drawing(Map.of())).isEqualTo(new Sixels(6, 13));
        assertThat(answer("\033[?2;0;10;10S\033[?63;4c").drawing(Map.of())).isEqualTo(new Sixels(1, 1));
        TerminalTraits refused = answer("\033[?2;3;0S\033[?63;4c");
        assertThat(refused.drawing(Map.of())).isEqualTo(new Sixels(10, 20));
        assertThat(refused.typed()).isEmpty();
    }

    @Test
    void others_and_those_that_do_not_answer_get_half_blocks() {
        assertThat(answer("\033[?64;1;22c").drawing(Map.of())).isInstanceOf(HalfBlocks.class);
        assertThat(answer("\033[?4c").drawing(Map.of()))
                .as("a VT132, whose class is 4")
                .isInstanceOf(HalfBlocks.class);
        assertThat(answer("").drawing(Map.of())).isInstanceOf(HalfBlocks.class);
        assertThat(answer("\033[?62;4").answered()).isFalse();
    }

    @Test
    void what_a_person_typed_meanwhile_is_kept() {
        assertThat(answer("w\033[6;18;9ta\033[?62;4c\033[As").typed()).isEqualTo("wa\033[As");
    }
}
