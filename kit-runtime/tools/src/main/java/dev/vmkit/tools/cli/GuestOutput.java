package dev.vmkit.tools.cli;

import dev.vmkit.machine.board.HostOutput;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** Where a guest's bytes go: at once to a person, in larger pieces to a file or a pipe. */
final class GuestOutput implements HostOutput {
    private static final int PIECE = 8192;

    private final PrintStream target;
    private final boolean atOnce;
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();

    /** Output to {@code target}, which keeps nothing itself if {@code atOnce}. */
    GuestOutput(PrintStream target, boolean atOnce) {
        this.target = target;
        this.atOnce = atOnce;
    }

    @Override
    public void write(int value) {
        kept.write(value);
        if (atOnce || kept.size() >= PIECE) {
            flush();
        }
    }

    @Override
    public void flush() {
        byte[] bytes = kept.toByteArray();
        kept.reset();
        target.write(bytes, 0, bytes.length);
        OutputClosed.check(target);
    }
}
