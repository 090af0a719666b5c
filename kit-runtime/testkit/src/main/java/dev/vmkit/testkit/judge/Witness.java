package dev.vmkit.testkit.judge;

import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Question;
import dev.vmkit.testkit.subject.Subject;
import java.util.Optional;

/** The subject that is asked now; a fresh one in its place when it gave no answer. */
final class Witness implements AutoCloseable {
    private final Subject.Source source;
    private final Question.Open open;
    private Optional<Subject> subject = Optional.empty();

    Witness(Subject.Source source, Question.Open open) {
        this.source = source;
        this.open = open;
    }

    /** @throws Unanswered if it cannot be opened */
    Subject subject() {
        if (subject.isEmpty()) {
            subject = Optional.of(source.open());
            Unanswered.require(Answer.Opened.class, open(subject.get()));
        }
        return subject.get();
    }

    /** What cannot be opened is tried again for the next check: its mistakes are then shown there, too. */
    private Answer open(Subject fresh) {
        Answer answer = fresh.ask(open);
        if (!(answer instanceof Answer.Opened)) {
            dismiss();
        }
        return answer;
    }

    /** It is not asked any more. */
    void dismiss() {
        subject.ifPresent(Subject::close);
        subject = Optional.empty();
    }

    @Override
    public void close() {
        dismiss();
    }
}
