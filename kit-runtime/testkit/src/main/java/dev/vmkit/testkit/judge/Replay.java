package dev.vmkit.testkit.judge;

import java.util.Map;
import java.util.TreeMap;

/**
 * A failing case that a student can run: files, and the command that runs them in the folder they are put into.
 *
 * @param files texts by their names, in order
 * @param command such as {@code kit run replay.yaml --registers}, to which the student adds where the submission lies
 */
public record Replay(Map<String, String> files, String command) {
    public Replay {
        files = java.util.Collections.unmodifiableMap(new TreeMap<>(files));
    }
}
