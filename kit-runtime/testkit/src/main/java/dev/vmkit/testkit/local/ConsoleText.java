package dev.vmkit.testkit.local;

import dev.vmkit.machine.board.HostOutput;
import dev.vmkit.testkit.subject.Observation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a machine showed, the beginning of it. */
final class ConsoleText implements HostOutput {
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Override
    public void write(int value) {
        if (shown.size() < Observation.MOST_CONSOLE) {
            shown.write(value);
        }
    }

    /** As text; bytes that are none show as the replacement character. */
    String text() {
        return shown.toString(StandardCharsets.UTF_8);
    }
}
