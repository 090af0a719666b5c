package dev.vmkit.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Question;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Questions and answers come out as they went in, and bytes that are none never do harm. */
class WireCodecTests {
    private static final WireCodec<Question> QUESTIONS = new WireCodec<>(Question.class);
    private static final WireCodec<Answer> ANSWERS = new WireCodec<>(Answer.class);

    static Stream<Object> questions() {
        return Samples.of(Question.class);
    }

    static Stream<Object> answers() {
        return Samples.of(Answer.class);
    }

    @ParameterizedTest
    @MethodSource("questions")
    void everyQuestionCrosses(Question question) throws MalformedFrame {
        assertThat(QUESTIONS.decode(QUESTIONS.encode(question))).isEqualTo(question);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void everyAnswerCrosses(Answer answer) throws MalformedFrame {
        assertThat(ANSWERS.decode(ANSWERS.encode(answer))).isEqualTo(answer);
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerThatIsCutOffIsMalformed(Answer answer) {
        byte[] whole = ANSWERS.encode(answer);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ANSWERS.decode(part)).isInstanceOf(MalformedFrame.class);
        }
    }

    @ParameterizedTest
    @MethodSource("answers")
    void anAnswerWithMoreBehindItIsMalformed(Answer answer) {
        byte[] whole = ANSWERS.encode(answer);
        assertThatThrownBy(() -> ANSWERS.decode(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(MalformedFrame.class);
    }

    /** What decodes is an answer; what does not is said to be malformed; nothing else happens. */
    @ParameterizedTest
    @MethodSource("answers")
    void noChangedByteDoesHarm(Answer answer) {
        byte[] whole = ANSWERS.encode(answer);
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = whole.clone();
            for (int changes = random.nextInt(4); changes >= 0; changes--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            decodeOrRefuse(changed);
        }
    }

    private static void decodeOrRefuse(byte[] content) {
        try {
            assertThat(ANSWERS.decode(content)).isNotNull();
        } catch (MalformedFrame refused) {
            assertThat(refused).hasMessageNotContaining("\n");
        }
    }

    @Test
    void aCountThatTheBytesCannotHoldTakesNoMemory() {
        byte[] content = ANSWERS.encode(new Answer.Disassembled(List.of("x")));
        ByteBuffer.wrap(content).putInt(2, Integer.MAX_VALUE);
        assertThatThrownBy(() -> ANSWERS.decode(content))
                .isInstanceOf(MalformedFrame.class)
                .hasMessageContaining("2,147,483,647 elements");
    }

    @Test
    void moreValuesThanAnyAnswerHasAreRefused() {
        List<Long> many = Collections.nCopies(2_000_001, 0L);
        byte[] content = ANSWERS.encode(
                new Answer.Assembled(List.of(new Answer.Segment("memory", 0, many)), OptionalLong.empty(), Map.of()));
        assertThatThrownBy(() -> ANSWERS.decode(content))
                .isInstanceOf(MalformedFrame.class)
                .hasMessageContaining("more than 2,000,000 values");
    }

    @Test
    void typesWithoutAFormatAreFoundWhenTheCodecIsMade() {
        record Strange(Object anything) {}
        assertThatThrownBy(() -> new WireCodec<>(Strange.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("java.lang.Object");
    }
}
