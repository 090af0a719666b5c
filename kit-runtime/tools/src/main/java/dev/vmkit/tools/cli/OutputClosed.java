package dev.vmkit.tools.cli;

import java.io.PrintStream;

/**
 * Nobody takes what a command prints: the reader of a pipe has gone, or a disk is full. An {@link Error}, for nothing
 * between the guest and the command may take it for a failure of its own.
 */
final class OutputClosed extends Error {
    private static final long serialVersionUID = 1L;

    private OutputClosed() {
        super("the output cannot be written", null, false, false);
    }

    /** Flushes the stream, and sees whether it still takes anything. */
    static void check(PrintStream stream) {
        if (stream.checkError()) {
            throw new OutputClosed();
        }
    }
}
