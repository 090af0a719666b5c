package dev.vmkit.testkit.wire;

import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Question;

/** Which answer belongs to which question. */
final class Belonging {
    private Belonging() {}

    /** Whether an answer that came from outside may be believed to be one to the question. */
    static boolean belongs(Answer answer, Question question) {
        return switch (answer) {
            case Answer.Mistaken(var mistakes) -> !mistakes.isEmpty();
            case Answer.Failed _ -> true;
            case Answer.Lost _ -> false; // that is for this end of the wire to say
            default -> kind(question).isInstance(answer);
        };
    }

    private static Class<? extends Answer> kind(Question question) {
        return switch (question) {
            case Question.Open _ -> Answer.Opened.class;
            case Question.Assemble _ -> Answer.Assembled.class;
            case Question.Disassemble _ -> Answer.Disassembled.class;
            case Question.Execute _ -> Answer.Executed.class;
            case Question.Run _ -> Answer.Ran.class;
            case Question.Measure _ -> Answer.Measured.class;
            case Question.Analyze _ -> Answer.Analyzed.class;
            case Question.Describe _ -> Answer.Described.class;
            case Question.Derive _ -> Answer.Derived.class;
            case Question.Operate _ -> Answer.Operated.class;
            case Question.Begin _, Question.Load _ -> Answer.Done.class;
            case Question.Pick _ -> Answer.Decided.class;
            case Question.Preempts _ -> Answer.Told.class;
            case Question.Save _ -> Answer.Saved.class;
        };
    }
}
