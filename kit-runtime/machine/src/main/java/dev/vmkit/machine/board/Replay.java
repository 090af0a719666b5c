package dev.vmkit.machine.board;

import java.util.List;
import java.util.Optional;

/** What was recorded at one port, given out again moment by moment. */
final class Replay {
    private final List<InputLog.Entry> entries;
    private int next;

    Replay(InputLog log, String port) {
        entries = log.entries(port);
    }

    /** What came by now and was not given out yet. */
    Optional<byte[]> due(Moment now) {
        boolean due = next < entries.size() && entries.get(next).at().compareTo(now) <= 0;
        return due ? Optional.of(entries.get(next++).bytes()) : Optional.empty();
    }

    /** When the next comes, if no hart executes anything more before it. */
    long next(Moment now) {
        boolean idle = next < entries.size()
                && entries.get(next).at().idle()
                && entries.get(next).at().instructions() == now.instructions();
        return idle ? entries.get(next).at().nanos() : HostInput.NEVER;
    }
}
