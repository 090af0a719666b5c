package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.tools.screen.TerminalTraits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jline.terminal.Size;
import org.junit.jupiter.api.Test;

class TerminalAnswerTests {
    private static InputStream says(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static TerminalTraits answer(InputStream in, long millis) {
        return GuestTerminal.answer(in, Size.of(80, 24), millis);
    }

    @Test
    void an_answer_is_read_to_its_end_and_keys_with_it_are_kept() {
        TerminalTraits traits = answer(says("q\033[?62;4c"), 10_000);
        assertThat(traits.sixels()).isTrue();
        assertThat(traits.typed()).isEqualTo("q");
    }

    @Test
    void a_terminal_that_says_nothing_or_too_much_is_not_waited_for() {
        assertThat(answer(says("hello"), 20).answered()).isFalse();
        assertThat(answer(says("x".repeat(10_000) + "\033[?62;4c"), 10_000).typed())
                .hasSize(1 << 12);
    }

    @Test
    void one_that_is_gone_has_no_traits() {
        InputStream gone = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("hung up");
            }

            @Override
            public int available() throws IOException {
                throw new IOException("hung up");
            }
        };
        assertThat(answer(gone, 10_000).answered()).isFalse();
    }
}
