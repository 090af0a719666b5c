package dev.vmkit.testkit.wire;

import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Subject;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The part's end of the wire: asks a subject here what is asked there, until nobody asks any more. */
public final class SubjectServer {
    private static final WireCodec<Question> QUESTIONS = new WireCodec<>(Question.class);
    private static final WireCodec<Answer> ANSWERS = new WireCodec<>(Answer.class);

    private final Subject subject;

    public SubjectServer(Subject subject) {
        this.subject = subject;
    }

    /**
     * Answers until the questions end.
     *
     * @throws IOException if the other end is gone, or asks what is no question
     */
    public void serve(InputStream questions, OutputStream answers) throws IOException {
        Frames frames = new Frames(questions, answers, Frames.MOST_ASKED);
        try {
            while (true) {
                Frames.Frame frame = frames.receive();
                frames.send(frame.number(), answer(QUESTIONS.decode(frame.content())));
            }
        } catch (EOFException nobodyAsks) {
            return;
        }
    }

    private byte[] answer(Question question) {
        byte[] answer = ANSWERS.encode(asked(question));
        return answer.length <= Frames.MOST_ANSWERED
                ? answer
                : ANSWERS.encode(new Answer.Failed(
                        "the submission",
                        "an answer of %,d bytes, at most %,d are told".formatted(answer.length, Frames.MOST_ANSWERED)));
    }

    /** Code of a submission may throw whatever it likes; only the class is looked at, because the rest is its code, too. */
    private Answer asked(Question question) {
        try {
            return subject.ask(question);
        } catch (RuntimeException | StackOverflowError thrown) {
            return new Answer.Failed("the submission", thrown.getClass().getName());
        }
    }
}
