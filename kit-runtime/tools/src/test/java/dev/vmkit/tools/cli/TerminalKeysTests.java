package dev.vmkit.tools.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalKeysTests {
    private final List<String> wished = new ArrayList<>();
    private final LineDiscipline discipline = new LineDiscipline();
    private final TerminalKeys keys = new TerminalKeys(() -> discipline, new TerminalKeys.Wishes() {
        @Override
        public void send(int value) {
            wished.add("send " + value);
        }

        @Override
        public void quit() {
            wished.add("quit");
        }

        @Override
        public void inform() {
            wished.add("inform");
        }

        @Override
        public void help() {
            wished.add("help");
        }
    });

    private void press(String text) {
        text.chars().forEach(keys::press);
    }

    @Test
    void keys_are_for_the_guest_every_byte_of_them() {
        press("x\033[A\u00C3\u00A9\u007F\0");
        assertThat(wished)
                .containsExactly(
                        "send 120", "send 27", "send 91", "send 65", "send 195", "send 169", "send 127", "send 0");
    }

    @Test
    void ctrl_a_and_a_letter_are_for_the_kit_whichever_case_it_has() {
        press("\001x\001X\001i\001I\001h\001?\0010");
        assertThat(wished).containsExactly("quit", "quit", "inform", "inform", "help", "help", "help");
    }

    @Test
    void ctrl_a_itself_is_sent_by_a_second_one() {
        press("\001\001\001a\001Ax");
        assertThat(wished).containsExactly("send 1", "send 1", "send 1", "send 120");
    }

    @Test
    void ctrl_c_is_for_the_guest_once_it_knows_terminals() {
        press("\003");
        discipline.show('\r', value -> {});
        discipline.show('\n', value -> {});
        press("\003");
        assertThat(wished).containsExactly("quit", "send 3");
    }

    @Test
    void the_end_of_the_terminal_is_told_after_its_last_key() {
        InputStream terminal = new ByteArrayInputStream(new byte[] {'x'});
        GuestTerminal.read(terminal, keys, () -> wished.add("gone"));
        assertThat(wished).containsExactly("send 120", "gone");
    }

    @Test
    void a_paste_arrives_whole_and_in_order() {
        String paste = "line of a paste\r".repeat(10_000);
        press(paste);
        assertThat(wished).hasSize(paste.length()).doesNotContain("quit", "help");
    }
}
