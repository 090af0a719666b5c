package dev.vmkit.machine.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.machine.board.Dialogue.Exchange;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Somebody who waits for what the guest shows before they type. */
class DialogueTests {
    private static final Moment NOW = new Moment(0, 0, false);

    private final StringBuilder screen = new StringBuilder();

    private HostOutput listening(Dialogue dialogue) {
        return dialogue.listening(value -> screen.append((char) value));
    }

    private static void show(HostOutput output, String text) {
        for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
            output.write(value & 0xFF);
        }
    }

    private static String typed(Dialogue dialogue) {
        StringBuilder text = new StringBuilder();
        for (int value = dialogue.arrived(NOW); value != HostInput.NOTHING; value = dialogue.arrived(NOW)) {
            text.append((char) value);
        }
        return text.toString();
    }

    @Test
    void nothingIsTypedBeforeTheTextIsShown() {
        Dialogue dialogue = new Dialogue(List.of(new Exchange("login: ", "root\r")));
        HostOutput output = listening(dialogue);
        show(output, "kit login:");
        assertThat(typed(dialogue)).isEmpty();
        assertThat(dialogue.missing()).hasValue("login: ");
        show(output, " ");
        assertThat(typed(dialogue)).isEqualTo("root\r");
        assertThat(dialogue.missing()).isEmpty();
        assertThat(screen).hasToString("kit login: ");
    }

    @Test
    void eachExchangeWaitsForNewOutput() {
        Dialogue dialogue = new Dialogue(List.of(new Exchange("# ", "one\r"), new Exchange("# ", "two\r")));
        HostOutput output = listening(dialogue);
        show(output, "# ");
        assertThat(typed(dialogue)).isEqualTo("one\r");
        show(output, "one\r\n#");
        assertThat(typed(dialogue)).isEmpty();
        show(output, " ");
        assertThat(typed(dialogue)).isEqualTo("two\r");
    }

    @Test
    void textThatWaitsForNothingIsTypedAtOnce() {
        Dialogue dialogue = new Dialogue(List.of(new Exchange("", "a"), new Exchange("", "b"), new Exchange("x", "c")));
        assertThat(typed(dialogue)).isEqualTo("ab");
        show(listening(dialogue), "x");
        assertThat(typed(dialogue)).isEqualTo("c");
    }

    @Test
    void aTextThatBeginsLikeItselfIsRecognised() {
        Dialogue dialogue = new Dialogue(List.of(new Exchange("aab", "found")));
        show(listening(dialogue), "aaab");
        assertThat(typed(dialogue)).isEqualTo("found");
    }

    @Test
    void textIsComparedAndTypedAsUtf8() {
        Dialogue dialogue = new Dialogue(List.of(new Exchange("naïve", "é")));
        show(listening(dialogue), "naïve");
        assertThat(typed(dialogue)).isEqualTo("\u00C3\u00A9");
    }

    @Test
    void itComesHoweverTheGuestWantsIt() {
        Dialogue dialogue = new Dialogue(List.of(new Exchange("", "abc")));
        assertThat(dialogue.asked()).isEqualTo('a');
        assertThat(dialogue.arrived(NOW)).isEqualTo('b');
        assertThat(dialogue.awaited(true)).isEqualTo('c');
        assertThat(dialogue.recorded()).isFalse();
    }

    @Test
    void aGuestThatOnlyAsksAndNeverShowsAnythingStarves() {
        Dialogue dialogue = new Dialogue(List.of(new Exchange("never", "x")));
        HostOutput output = listening(dialogue);
        for (int i = 0; i < 9_999; i++) {
            assertThat(dialogue.asked()).isEqualTo(HostInput.NOTHING);
        }
        assertThat(dialogue.starving()).isFalse();
        dialogue.interrupted();
        for (int i = 0; i < 10_000; i++) {
            dialogue.asked();
        }
        assertThat(dialogue.starving()).isTrue();
        show(output, "never");
        assertThat(dialogue.asked()).isEqualTo('x');
        assertThat(dialogue.starving()).isFalse();
    }
}
