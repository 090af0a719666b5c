package dev.vmkit.testkit.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Subject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The judge's end asks, believes only answers that belong to the question, and asks no more after a broken one. */
class RemoteSubjectTests {
    private static final WireCodec<Answer> ANSWERS = new WireCodec<>(Answer.class);
    private static final Question QUESTION = new Question.Disassemble(List.of(List.of(1L)), 0);
    private static final Answer ANSWER = new Answer.Disassembled(List.of("NOP"));

    @Test
    void whatAPartAnswersArrives() throws IOException {
        assertThat(asked(frame(1, ANSWERS.encode(ANSWER)))).isEqualTo(ANSWER);
    }

    @Test
    void anAnswerToAnotherQuestionIsNone() throws IOException {
        assertThat(asked(frame(2, ANSWERS.encode(ANSWER))))
                .isEqualTo(protocol("an answer to question 2, where 1 was asked"));
    }

    @Test
    void anAnswerOfAnotherKindIsNone() throws IOException {
        assertThat(asked(frame(1, ANSWERS.encode(new Answer.Told(true)))))
                .isEqualTo(protocol("Told is no answer to Disassemble"));
    }

    @Test
    void aPartDoesNotSayThatItIsLost() throws IOException {
        Answer claimed = new Answer.Lost(Answer.Loss.CRASHED, "the kit's own fault");
        assertThat(asked(frame(1, ANSWERS.encode(claimed)))).isEqualTo(protocol("Lost is no answer to Disassemble"));
    }

    @Test
    void mistakesAreAtLeastOne() throws IOException {
        assertThat(asked(frame(1, ANSWERS.encode(new Answer.Mistaken(List.of())))))
                .isEqualTo(protocol("Mistaken is no answer to Disassemble"));
    }

    @Test
    void textIsNoFrame() {
        assertThat(asked(
                        "{\"score\": 100, \"status\": \"passed\"}\n".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .isEqualTo(protocol("the bytes received are no frame"));
    }

    @Test
    void aFrameThatPromisesTooMuchIsRefusedBeforeMemoryIsTaken() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0x766d6b31);
        out.writeLong(1);
        out.writeInt(Integer.MAX_VALUE);
        assertThat(asked(bytes.toByteArray()))
                .isEqualTo(protocol("a frame of 2,147,483,647 bytes, at most 16,777,216 are read"));
    }

    @Test
    void nothingIsAskedAfterABrokenAnswer() throws IOException {
        Recording carrier = new Recording(frame(2, ANSWERS.encode(ANSWER)));
        try (RemoteSubject subject = new RemoteSubject(carrier)) {
            Answer first = subject.ask(QUESTION);
            int sent = carrier.sent.size();
            assertThat(subject.ask(QUESTION)).isSameAs(first);
            assertThat(carrier.sent.size()).isEqualTo(sent);
        }
        assertThat(carrier.told).containsExactly("awaits", "lost", "close");
    }

    @Test
    void aServerAnswersWhatItsSubjectAnswers() throws IOException {
        assertThat(served(fake(_ -> ANSWER))).isEqualTo(ANSWER);
    }

    @Test
    void whatASubjectThrowsIsAFailureOfTheSubmission() throws IOException {
        assertThat(served(fake(_ -> {
                    throw new IllegalStateException("secret");
                })))
                .isEqualTo(new Answer.Failed("the submission", "java.lang.IllegalStateException"));
    }

    @Test
    void anAnswerThatIsTooLongIsSaidToBe() throws IOException {
        Answer huge = new Answer.Disassembled(List.of("x".repeat(17 << 20)));
        assertThat(served(fake(_ -> huge)))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.what()).contains("at most 16,777,216 are told"));
    }

    private static Answer served(Subject subject) throws IOException {
        ByteArrayOutputStream question = new ByteArrayOutputStream();
        new Frames(InputStream.nullInputStream(), question, 0)
                .send(1, new WireCodec<>(Question.class).encode(QUESTION));
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new SubjectServer(subject).serve(new ByteArrayInputStream(question.toByteArray()), answer);
        return asked(answer.toByteArray());
    }

    private static Subject fake(java.util.function.Function<Question, Answer> answers) {
        return new Subject() {
            @Override
            public Answer ask(Question question) {
                return answers.apply(question);
            }

            @Override
            public void close() {}
        };
    }

    private static Answer asked(byte[] received) {
        try (RemoteSubject subject = new RemoteSubject(new Recording(received))) {
            return subject.ask(QUESTION);
        }
    }

    private static Answer protocol(String detail) {
        return new Answer.Lost(Answer.Loss.PROTOCOL, detail);
    }

    private static byte[] frame(long number, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Frames(InputStream.nullInputStream(), bytes, 0).send(number, content);
        return bytes.toByteArray();
    }

    /** A process that has sent something already, and writes down what it is told. */
    private static final class Recording implements Carrier {
        private final InputStream received;
        private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
        private final List<String> told = new ArrayList<>();

        Recording(byte[] received) {
            this.received = new ByteArrayInputStream(received);
        }

        @Override
        public OutputStream questions() {
            return sent;
        }

        @Override
        public InputStream answers() {
            return received;
        }

        @Override
        public void awaits() {
            told.add("awaits");
        }

        @Override
        public void answered() {
            told.add("answered");
        }

        @Override
        public Answer.Lost lost(IOException broken) {
            told.add("lost");
            return new Answer.Lost(Answer.Loss.PROTOCOL, String.valueOf(broken.getMessage()));
        }

        @Override
        public void close() {
            told.add("close");
        }
    }
}
