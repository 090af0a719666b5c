package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SilenceHintTests {
    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private final SilenceHint hint = new SilenceHint(new PrintStream(terminal, true, StandardCharsets.UTF_8));

    @Test
    void says_that_the_machine_runs_and_takes_it_back_before_the_guest_shows_something() {
        assertThat(hint.show(1)).isTrue();
        String said = terminal.toString(StandardCharsets.UTF_8);
        assertThat(said).startsWith("\r[the machine runs, nothing shown for 1 s");
        hint.close();
        String blanks = " ".repeat(said.length() - 1);
        assertThat(terminal.toString(StandardCharsets.UTF_8)).isEqualTo(said + "\r" + blanks + "\r");
    }

    @Test
    void says_nothing_any_more_once_the_guest_has_shown_something() {
        hint.close();
        assertThat(hint.show(1)).isFalse();
        hint.close();
        assertThat(terminal.size()).isZero();
    }
}
