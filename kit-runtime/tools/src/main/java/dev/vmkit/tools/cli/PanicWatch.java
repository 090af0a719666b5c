package dev.vmkit.tools.cli;

import dev.vmkit.machine.board.HostOutput;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Passes on what a guest shows, and watches for a Linux kernel that gives up. Such a kernel says so, dumps its stack, says it
 * again, and does nothing for ever: the machine is ended then.
 */
final class PanicWatch implements HostOutput {
    private static final int LONGEST_LINE = 512;
    private static final Pattern PANIC =
            Pattern.compile("(?:\\[ *\\d+\\.\\d+])? ?(---\\[ end )?Kernel panic - not syncing: (.*?)(?: ]---)?\r?");

    private final HostOutput output;
    private final StringBuilder line = new StringBuilder();
    private Optional<String> panic = Optional.empty();
    private Runnable end = () -> {};

    PanicWatch(HostOutput output) {
        this.output = output;
    }

    /** What runs when there is nothing more to be seen. */
    void onEnd(Runnable newEnd) {
        end = newEnd;
    }

    /** Why the kernel gave up, if it did. */
    Optional<String> panic() {
        return panic;
    }

    @Override
    public void write(int value) {
        output.write(value);
        if (value == '\n') {
            look();
            line.setLength(0);
        } else if (line.length() < LONGEST_LINE) {
            line.append((char) value);
        }
    }

    private void look() {
        Matcher found = PANIC.matcher(line);
        if (found.matches()) {
            panic = Optional.of(found.group(2));
            if (found.group(1) != null) {
                end.run();
            }
        }
    }

    @Override
    public void flush() {
        output.flush();
    }
}
