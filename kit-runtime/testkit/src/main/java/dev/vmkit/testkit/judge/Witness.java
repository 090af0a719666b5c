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
    private Optional<Unanswered> mistake = Optional.empty();

    Witness(Subject.Source source, Question.Open open) {
        this.source = source;
        this.open = open;
    }

    /** @throws Unanswered if it cannot be opened */
    Subject subject() {
        if (subject.isEmpty()) {
            open(source.open());
        }
        return subject.orElseThrow();
    }

    private void open(Subject fresh) {
        subject = Optional.of(fresh);
        try {
            Unanswered.require(Answer.Opened.class, fresh.ask(open));
        } catch (Unanswered unanswered) {
            dismiss();
            mistake = Optional.of(unanswered).filter(Unanswered::isMistake);
            throw unanswered;
        }
    }

    /** Whether there is one that can be asked. */
    boolean isOpen() {
        return subject.isPresent();
    }

    /** What the submission itself says is wrong with it, so that it cannot be opened. */
    Optional<Unanswered> mistake() {
        return mistake;
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
