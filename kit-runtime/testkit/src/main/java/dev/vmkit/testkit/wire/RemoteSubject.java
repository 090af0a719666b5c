package dev.vmkit.testkit.wire;

import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Subject;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A part in another process, which is asked over a pair of streams and believed nothing. */
public final class RemoteSubject implements Subject {
    private static final WireCodec<Question> QUESTIONS = new WireCodec<>(Question.class);
    private static final WireCodec<Answer> ANSWERS = new WireCodec<>(Answer.class);

    private final Carrier carrier;
    private final Frames frames;
    private long asked;
    private Answer.@Nullable Lost lost;

    /** The part that {@code carrier} holds, at whose end a {@link SubjectServer} listens. */
    public RemoteSubject(Carrier carrier) {
        this.carrier = carrier;
        this.frames = new Frames(carrier.answers(), carrier.questions(), Frames.MOST_ANSWERED);
    }

    @Override
    public Answer ask(Question question) {
        if (lost != null) {
            return lost;
        }
        carrier.awaits();
        try {
            Answer answer = exchange(question);
            carrier.answered();
            return answer;
        } catch (IOException broken) {
            lost = carrier.lost(broken);
            return lost;
        }
    }

    private Answer exchange(Question question) throws IOException {
        frames.send(++asked, QUESTIONS.encode(question));
        Frames.Frame frame = frames.receive();
        if (frame.number() != asked) {
            throw new MalformedFrame("an answer to question %d, where %d was asked".formatted(frame.number(), asked));
        }
        Answer answer = ANSWERS.decode(frame.content());
        if (!Belonging.belongs(answer, question)) {
            throw new MalformedFrame("%s is no answer to %s"
                    .formatted(
                            answer.getClass().getSimpleName(),
                            question.getClass().getSimpleName()));
        }
        return answer;
    }

    @Override
    public void close() {
        carrier.close();
    }
}
