package dev.vmkit.testkit.subject;

/**
 * A part under test that answers questions. It may be in this process, or in one of its own; whoever asks cannot tell, and
 * believes nothing but that an answer is an answer.
 */
public interface Subject extends AutoCloseable {
    /**
     * Its answer, of the kind that the question says, or one of {@link Answer.Mistaken}, {@link Answer.Failed} and
     * {@link Answer.Lost}. Throws nothing: a part that hangs, dies or breaks the protocol is {@link Answer.Lost}, and so
     * are the answers to all questions after that.
     */
    Answer ask(Question question);

    /** Lets go of it. */
    @Override
    void close();

    /** Where subjects come from: each is fresh, and knows nothing of those before. */
    @FunctionalInterface
    interface Source {
        /** The same submission once more. */
        Subject open();
    }
}
