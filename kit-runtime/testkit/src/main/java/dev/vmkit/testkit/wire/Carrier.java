package dev.vmkit.testkit.wire;

import dev.vmkit.testkit.subject.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The process in which a part lives, as the judge's end of the wire sees it. */
public interface Carrier extends AutoCloseable {
    /** Where questions go. */
    OutputStream questions();

    /** Where answers come from. Ends, or fails, at the latest some time after {@link #awaits}. */
    InputStream answers();

    /** A question is about to be asked: from now on there is not forever to answer it. */
    void awaits();

    /** The answer is there. */
    void answered();

    /**
     * Ends the process, and says why no answer came.
     *
     * @param broken how that showed here
     */
    Answer.Lost lost(IOException broken);

    /** Ends the process, and all that it started, and waits until they are gone. */
    @Override
    void close();
}
