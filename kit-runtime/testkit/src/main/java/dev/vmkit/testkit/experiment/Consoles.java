package dev.vmkit.testkit.experiment;

import dev.vmkit.assembly.host.HostConstruction;
import dev.vmkit.assembly.host.ResolvedGuest;
import dev.vmkit.assembly.host.ResolvedHost;
import java.io.Closeable;
import java.io.IOException;
import java.util.Map;

/** What guests' consoles are connected to, for one run. */
public interface Consoles extends Closeable {
    HostConstruction.Connection connection(ResolvedGuest guest);

    /** What guests were to show by their dialogues and did not, by their names. */
    Map<String, String> missing();

    /** Opens them for the guests of a host. */
    @FunctionalInterface
    interface Opening {
        Consoles open(ResolvedHost host) throws IOException;
    }
}
