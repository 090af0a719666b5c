package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineDisciplineTests {
    private final LineDiscipline discipline = new LineDiscipline();

    private String shown(String text) {
        StringBuilder terminal = new StringBuilder();
        text.chars().forEach(value -> discipline.show(value, shown -> terminal.append((char) shown)));
        return terminal.toString();
    }

    @Test
    void makes_the_line_ends_of_a_guest_that_makes_none() {
        assertThat(shown("a\nb\n\n")).isEqualTo("a\r\nb\r\n\r\n");
    }

    @Test
    void shows_the_bytes_of_a_guest_that_ends_its_lines_itself_as_they_are() {
        assertThat(shown("boot\r\nup\033[2Jdown\n")).isEqualTo("boot\r\nup\033[2Jdown\n");
    }

    @Test
    void enter_is_what_the_guest_expects() {
        assertThat(discipline.key('\r')).isEqualTo('\n');
        assertThat(discipline.key('x')).isEqualTo('x');
        shown("\r\n");
        assertThat(discipline.key('\r')).isEqualTo('\r');
        assertThat(discipline.key('\n')).isEqualTo('\n');
    }

    @Test
    void ctrl_c_ends_a_machine_until_its_guest_can_take_it() {
        assertThat(discipline.ends(3)).isTrue();
        assertThat(discipline.ends('c')).isFalse();
        shown("\r\n");
        assertThat(discipline.ends(3)).isFalse();
        assertThat(discipline.key(3)).isEqualTo(3);
    }
}
