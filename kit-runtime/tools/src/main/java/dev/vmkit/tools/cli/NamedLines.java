package dev.vmkit.tools.cli;

import dev.vmkit.machine.board.HostOutput;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;

/** What one of several guests shows: whole lines, each behind its name. */
final class NamedLines implements HostOutput {
    /** A longer line is shown in pieces. */
    private static final int LONGEST = 4096;

    private final String name;
    private final PrintStream target;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    NamedLines(String name, PrintStream target) {
        this.name = name;
        this.target = target;
    }

    @Override
    public void write(int value) {
        if (value == '\n' || line.size() == LONGEST) {
            show();
        }
        if (value != '\n' && value != '\r') {
            line.write(value);
        }
    }

    private void show() {
        target.print(name + "| ");
        target.write(line.toByteArray(), 0, line.size());
        target.print('\n');
        line.reset();
        OutputClosed.check(target);
    }

    /** Only whole lines are shown before the end. */
    @Override
    public void flush() {
        target.flush();
    }

    /** Shows a line that never ended. */
    void end() {
        if (line.size() > 0) {
            show();
        }
    }
}
