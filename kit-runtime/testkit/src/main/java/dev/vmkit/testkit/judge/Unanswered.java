package dev.vmkit.testkit.judge;

import dev.vmkit.assembly.config.MachineProblem;
import dev.vmkit.testkit.subject.Answer;
import dev.vmkit.testkit.subject.Mistake;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** A question was not answered as it was asked: what that means for the student. */
final class Unanswered extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final Set<String> MISSING = Set.of(MachineProblem.UNKNOWN_PART.code(), MachineProblem.FILE.code());

    private final transient Answer answer;

    private Unanswered(Answer answer) {
        super(answer.getClass().getSimpleName(), null, false, false);
        this.answer = answer;
    }

    /**
     * The answer, if it is of the kind that was asked for.
     *
     * @throws Unanswered if it is another
     */
    static <A extends Answer> A require(Class<A> kind, Answer answer) {
        if (!kind.isInstance(answer)) {
            throw new Unanswered(answer);
        }
        return kind.cast(answer);
    }

    /** What was answered is of the right kind, and cannot be right. */
    static Unanswered nonsense() {
        return new Unanswered(new Answer.Lost(Answer.Loss.PROTOCOL, ""));
    }

    /** What was answered broke the judge off. Where, and not why: that may say what nobody should see. */
    static Unanswered unforeseen(RuntimeException broken) {
        StackTraceElement[] trace = broken.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        return new Unanswered(new Answer.Lost(
                Answer.Loss.PROTOCOL, "it ended in " + broken.getClass().getSimpleName() + where));
    }

    /** Whether nothing will be answered any more. */
    boolean isLost() {
        return answer instanceof Answer.Lost;
    }

    /** Whether the submission itself says what is wrong with it. */
    boolean isMistake() {
        return answer instanceof Answer.Mistaken;
    }

    /** Whether the submission has no part, or no file, of the name that was asked for. */
    boolean isMissing() {
        return answer instanceof Answer.Mistaken(List<Mistake> mistakes)
                && mistakes.stream().anyMatch(mistake -> MISSING.contains(mistake.code()));
    }

    Finding finding() {
        return isMistake() ? Finding.failed(cause()) : Finding.error(cause());
    }

    Cause cause() {
        return switch (answer) {
            case Answer.Mistaken(List<Mistake> mistakes) ->
                Cause.of(
                        mistakes.stream().map(Mistake::shown).collect(Collectors.joining("\n")),
                        mistakes.isEmpty() ? "mistake" : mistakes.getFirst().code());
            case Answer.Failed(String who, String what) -> Cause.of(who + " threw an exception:\n" + what, "exception");
            case Answer.Lost(Answer.Loss why, String detail) ->
                Cause.of(words(why) + (detail.isEmpty() ? "" : " (" + detail + ")"), "no answer: " + why);
            default -> Cause.of("the answer does not belong to the question", "no answer: PROTOCOL");
        };
    }

    private static String words(Answer.Loss why) {
        return switch (why) {
            case TIME -> "no answer came in time: look for a loop that does not end";
            case CPU -> "it computed for longer than it may: look for a loop that does not end";
            case MEMORY -> "it needed more memory than it may: look for a list that grows without end";
            case CRASHED -> "its process ended before it answered";
            case OUTPUT -> "it wrote more than it may";
            case PROTOCOL -> "what it sent is no answer";
        };
    }

    /** What was thrown there, for those who show what is thrown here. */
    @Override
    public String toString() {
        return answer instanceof Answer.Failed failed ? failed.what() : cause().rationale();
    }
}
